/** What doctor and pharmacy send about a patient's multidose, for the tests. */
import {
  type Address,
  type ContentOf,
  derivedUuid,
  type Melding,
  organisationIds9051,
  payloadOf,
  type Payload
} from '@budstikka/meldinger'
import { encodePart, eReseptCs } from '@budstikka/meldinger'
import { type About, m1, parties, patient, question } from './handle.examples.ts'
import { now } from './resept.examples.ts'

const envelopePatient = m1('patient').envelope.patient

/** From a doctor or, with its licence, a pharmacy; about the patient. */
function about(id: string, type: string, payload: Payload, by: About & { readonly refToParent?: string }): Melding {
  const { envelope, ...rest } = question(id, type, payload, by)
  const { refToParent, from } = by
  const sender =
    from === parties.apotek || from === parties.annetApotek ? withLicence(envelope.sender) : envelope.sender
  const conversation = refToParent === undefined ? undefined : { refToParent, refToConversation: refToParent }
  return {
    ...rest,
    envelope: {
      ...envelope,
      sender,
      ...(conversation && { conversation }),
      ...(envelopePatient && { patient: envelopePatient })
    }
  }
}

const withLicence = ({ organisation, ...rest }: Address): Address => {
  const licence = { id: '4711', kind: 'AKO', codeSystem: organisationIds9051 }
  return { ...rest, organisation: { ...organisation, idents: [...organisation.idents, licence] } }
}

export const m271 = (id: string, status: 'R' | 'A', by: About, GjelderFra = '2019-12-02'): Melding =>
  about(id, 'ERM271', payloadOf('M27.1', { Status: eReseptCs('7496', status), GjelderFra }), by)

type Entry = NonNullable<ContentOf<'M25.1'>['EnkeltoppforingLIB']>[number]

/** A medicine of the list. */
export const entry = (id: string, changes: Partial<Entry> = {}): Entry => ({
  Id: derivedUuid(now, id),
  Type: eReseptCs('7491', 'E'),
  SistEndret: '2019-12-02T09:00:00',
  ReseptDokLegemiddelB64: encodePart('ReseptDokLegemiddel', {
    Varegruppekode: eReseptCs('7402', 'L'),
    Reiterasjon: '0',
    Forskrivning: {
      Legemiddelpakning: {
        NavnFormStyrke: 'Aldrinol Tablett 20 mg',
        Reseptgruppe: eReseptCs('7421', 'C'),
        Varenr: '990001'
      }
    }
  }),
  ...changes
})

type Liste = About & { readonly refToParent?: string; readonly entries?: readonly Entry[]; readonly isVikar?: true }

export const m251 = (id: string, { entries = [entry('a')], isVikar, ...by }: Liste = {}): Melding => {
  const Vikar = isVikar && eReseptCs('1101', '1')
  return about(id, 'ERM251', payloadOf('M25.1', { EnkeltoppforingLIB: [...entries], Vikar }), {
    from: parties.fastlege,
    ...by
  })
}
export const m252 = (id: string, refToParent: string, by: About = {}): Melding =>
  about(id, 'ERM252', payloadOf('M25.2', { EnkeltoppforingLIB: [entry('a')], Merknad: 'Morgen eller kveld?' }), {
    from: parties.apotek,
    refToParent,
    ...by
  })
export const m253 = (id: string, refToParent: string, by: About = {}): Melding =>
  about(id, 'ERM253', payloadOf('M25.3', { EnkeltoppforingLIB: [entry('a')] }), {
    from: parties.apotek,
    refToParent,
    ...by
  })

export const m911 = (id: string, by: About & { readonly isWithResepter?: true } = {}): Melding =>
  question(
    id,
    'ERM911',
    payloadOf('M9.11', { Fnr: patient.id, InklReseptinfo: String(by.isWithResepter === true), Komprimering: '0' }),
    { from: parties.fastlege, ...by }
  )
export const m921 = (id: string, since: number, by: About = {}): Melding =>
  question(id, 'ERM921', payloadOf('M9.21', { EndringerEtter: new Date(since).toISOString() }), {
    from: parties.apotek,
    ...by
  })
