/** Judges one file as a receiver must, without a network. */
import {
  type AppRec,
  type Decoded,
  decodeBroken,
  decodeMelding,
  type Envelope,
  gate,
  herIdOf,
  judge,
  type NoAnswer,
  type NotWellFormed,
  rolesOf
} from '@budstikka/meldinger'
import type { Xsd } from '@budstikka/meldinger/xsd'
import { sendable } from '../send/read-melding.ts'
import { addressFindings } from './address-findings.ts'
import { codeFindings } from './code-findings.ts'
import { type Answer, type CheckName, type Finding, type Judged } from './finding.ts'
import { idFindings } from './id-findings.ts'

/** `xsd` is the official schemas, where the user has given them. */
export function judgeFile(file: string, bytes: Uint8Array, xsd?: Xsd): Judged {
  const root = gate(bytes)
  if ('reason' in root) return brokenFile(file, bytes, root)
  const decoded = decodeMelding(root)
  const envelope = envelopeIn(decoded)
  const findings = [
    ...formatFindings(decoded),
    ...(xsd?.validate(bytes) ?? []).map((text): Finding => ({ check: 'xsd', text, source: 'official XSD' })),
    ...(envelope ? [...codeFindings(envelope), ...idFindings(envelope), ...addressFindings(envelope)] : [])
  ]
  const unchecked: readonly CheckName[] = [
    ...(xsd ? [] : (['xsd'] as const)),
    ...(envelope ? [] : (['codes', 'ids', 'address'] as const))
  ]
  const roles = envelope ? rolesDue(envelope) : []
  const answer = answerTo(decoded, envelope)
  return { file, ...namesOf(decoded, root.name), findings, unchecked, roles, answer, ...unsendableOf(decoded) }
}

/** Nothing behind the head is looked at; whoever sent it is told where the head is whole. */
function brokenFile(file: string, bytes: Uint8Array, fault: NotWellFormed): Judged {
  const text = `${fault.reason}, at byte ${fault.position}`
  const source = fault.limit ? 'our limits' : 'XML 1.0'
  const decoded = decodeBroken(bytes, fault)
  const why = 'transport:not-well-formed-xml to the sender'
  return {
    file,
    type: decoded?.envelope?.type ?? '',
    format: '',
    findings: [{ check: 'gate', text, source }],
    unchecked: ['format', 'xsd', 'codes', 'ids', 'address'],
    roles: decoded?.envelope ? rolesDue(decoded.envelope) : [],
    answer: decoded ? answerTo(decoded, decoded.envelope) : { answer: 'none', why, source: 'AMQP 2.2.3' },
    unsendable: { reason: text, source }
  }
}

function unsendableOf(decoded: Decoded): Pick<Judged, 'unsendable'> {
  const read = sendable(decoded)
  return read.type === 'problem' ? { unsendable: { reason: read.reason, source: read.source } } : {}
}

/** One for each AppRec that is due: the addressed receiver's, and one from each party that has a copy. */
function rolesDue(envelope: Envelope): readonly string[] {
  const named = new Set(envelope.copies.map((copy) => herIdOf(copy) ?? ''))
  return ['PRIM', ...[...named].flatMap((herId) => rolesOf(envelope, herId).filter((role) => role === 'COP'))]
}

const envelopeIn = (decoded: Decoded): Envelope | undefined => {
  switch (decoded.type) {
    case 'melding':
      return decoded.melding.envelope
    case 'unreadable':
      return decoded.envelope
    case 'appRec':
      return undefined
  }
}

function namesOf(decoded: Decoded, root: string): { type: string; format: string } {
  switch (decoded.type) {
    case 'melding': {
      const { envelope, payload } = decoded.melding
      return { type: envelope.type, format: `${payload.format} ${payload.version}` }
    }
    case 'appRec':
      return { type: 'APPREC', format: `AppRec ${decoded.appRec.version satisfies AppRec['version']}` }
    case 'unreadable':
      return { type: decoded.envelope?.type ?? '', format: root }
  }
}

function formatFindings(decoded: Decoded): readonly Finding[] {
  if (decoded.type !== 'unreadable') return []
  const source = decoded.code === 'T10' ? 'docs/meldinger.md: what is supported' : 'the XSD of the format'
  return decoded.faults.map(({ path, expected, came }) => {
    return { check: 'format', text: `${path || 'root'}: expected ${expected}, got ${came}`, source }
  })
}

/**
 * The addressed receiver's answer by the common rules alone; it is taken to be who the envelope says. That Budstikka carries
 * nothing about real persons is a finding, since no receiver knows such a rule.
 */
function answerTo(decoded: Decoded, envelope: Envelope | undefined): Answer {
  const receiver = envelope?.receiver
  const judgement = judge(decoded, {
    herId: (receiver && herIdOf(receiver)) ?? '',
    organisationIds: receiver?.organisation.idents.map(({ id }) => id) ?? [],
    ownsService: () => true
  })
  switch (judgement.answer) {
    case 'ok':
      return { answer: 'ok' }
    case 'none':
      return { answer: 'none', ...whyNone[judgement.why] }
    case 'refuse': {
      const [error] = judgement.refusal.errors
      if (error === undefined) throw new Error('expected a refusal to have an error, got none')
      return { answer: 'refuse', code: error.code, text: error.text ?? error.name, source: error.source }
    }
  }
}

const whyNone = {
  'app-rec': { why: 'an AppRec is never answered', source: 'HITS 1168 §5.1' },
  'sender-unreadable': { why: 'the sender cannot be read: park it and raise an alarm', source: 'HITS 1168 §5.3' },
  'other-organisation': { why: 'it is for another organisation', source: 'HITS 1168 §6.2' },
  'other-service': { why: 'it is for another service of the organisation', source: 'HITS 1168 §6.2' },
  duplicate: { why: 'it came before', source: 'HITS 1168 §5.4' },
  format: { why: 'its format is not taken', source: 'HITS 1168 §6.2' }
} as const satisfies Record<NoAnswer, { why: string; source: string }>
