/** Identifiers of the envelope by their form and check digits. */
import {
  type Address,
  type Envelope,
  type Ident,
  identifyPersonNumber,
  isOrganisasjonsnummer,
  isUuid,
  requireSynthetic
} from '@budstikka/meldinger'
import type { Finding } from './finding.ts'

/** Never says a number, only what it was meant to be. */
export function idFindings(envelope: Envelope): readonly Finding[] {
  const { msgId, conversation, patient, sender, receiver, copies } = envelope
  const refs = conversation ? [conversation.refToParent, conversation.refToConversation] : []
  const synthetic = requireSynthetic(patient)?.errors[0]
  return [
    ...(isUuid(msgId) ? [] : [finding('MsgId: expected a UUID', 'HIS 80601')]),
    ...(refs.every(isUuid) ? [] : [finding('ConversationRef: expected UUIDs', 'HIS 80601')]),
    ...(synthetic ? [finding(`patient: ${synthetic.text ?? synthetic.name}`, synthetic.source)] : []),
    ...(patient?.idents ?? []).flatMap(personFinding),
    ...[sender, receiver, ...copies].flatMap(organisationNumbers).flatMap(organisationFinding)
  ]
}

/** Kinds of list 8116 whose numbers have check digits. */
const checkedKinds = ['FNR', 'DNR', 'HNR', 'FHN']

function personFinding({ id, kind }: Ident): readonly Finding[] {
  // H-numbers are given by each system, and no rule is published for all of them.
  if (!checkedKinds.includes(kind) || kind === 'HNR') return []
  const came = identifyPersonNumber(id)?.kind
  if (came === kind) return []
  return [finding(`patient: expected ${kind}, got ${came ?? 'no person number'}`, 'HIS 1001')]
}

const organisationNumbers = ({ organisation, service }: Address): readonly Ident[] =>
  [...organisation.idents, ...(service?.idents ?? [])].filter(({ kind }) => kind === 'ENH')

/** Old files group the digits. */
const organisationFinding = ({ id }: Ident): readonly Finding[] =>
  isOrganisasjonsnummer(id.replaceAll(' ', ''))
    ? []
    : [finding('ENH: expected nine digits with a check digit', 'Enhetsregisteret')]

const finding = (text: string, source: string): Finding => ({ check: 'ids', text, source })
