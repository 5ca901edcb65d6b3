/** A melding at its receiver: read, judged by the common rules, decided by the service, and answered exactly once per role. */
import assert from 'node:assert/strict'
import {
  type Address,
  addressOf,
  type AppRec,
  appRecFor,
  appRecVersionFor,
  checkAddressing,
  decodeBroken,
  decodeMelding,
  derivedUuid,
  type Envelope,
  judge,
  type JudgeOptions,
  herIdOf,
  type Melding,
  type Party,
  readXml,
  type Refusal,
  type Register,
  rolesOf
} from '@budstikka/meldinger'
import type { InMessage, Store } from '@budstikka/transport'
import type { Effect, ServiceDefinition } from './definition.ts'
import type { Cause, Effects } from './effects.ts'
import { timeOf } from './message-time.ts'
import { receiving } from './receiving.ts'
import { clockOf } from './status.ts'
import { headerNames, parseMeldingSubject } from './subjects.ts'
import type { Verdict, VerdictName } from './verdict.ts'

export type Hearing<State> = {
  readonly definition: ServiceDefinition<State>
  readonly register: Register
  readonly effects: Effects
  readonly store: Store
  readonly judging?: JudgeOptions | undefined
}

/** Simulated time from the decision to the AppRec: our choice, "at once" (HITS 1168 §4.1). */
const receiptDelayMs = 1_000

export function hearMelding<State>(hearing: Hearing<State>, message: InMessage): Verdict[] {
  const { effects } = hearing
  const root = readXml(message.body)
  const decoded = 'reason' in root ? decodeBroken(message.body, root) : decodeMelding(root)
  if (decoded === undefined) return [dead(hearing, message, 'transport:not-well-formed-xml')]
  if (decoded.type === 'appRec') return [hearAppRec(hearing, message, decoded.appRec)]
  const envelope = decoded.type === 'melding' ? decoded.melding.envelope : decoded.envelope
  if (envelope === undefined) return [dead(hearing, message, 'transport:xml-not-interpretable')]

  const transport = parseMeldingSubject(message.subject)
  const addressing = checkAddressing(envelope, transport)
  if (addressing.type === 'spoofing') return [dead(hearing, message, addressing.errorCondition)]
  const inbox = hearing.store.table('inbox')
  const key = `${envelope.msgId}.${transport.to}`
  const now = timeOf(message, hearing.store, envelope.genDate)
  const keptAt = Math.max(now, clockOf(hearing.store))
  const party = hearing.register.party(transport.to)
  const judgement = judge(
    decoded,
    { ...receiving(hearing.register, transport.to), hasSeen: () => inbox.has(key) },
    hearing.judging
  )
  if (judgement.answer === 'none')
    return [judgement.why === 'duplicate' ? verdictOf(message, 'duplicate') : dead(hearing, message, judgement.why)]

  inbox.add(key, '', keptAt)
  const cause = {
    now,
    keptAt,
    partition: transport.partition,
    traceparent: message.header(headerNames.traceparent),
    id: message.id
  }
  const refusal = addressing.type === 'refuse' ? addressing.refusal : refusalOf(judgement)
  const version = decoded.type === 'melding' ? appRecVersionFor(decoded.melding) : (decoded.appRecVersion ?? '1.1')
  const roles = rolesOf(envelope, transport.to)
  const role = roles[0] ?? 'PRIM'
  const decided =
    refusal === undefined && decoded.type === 'melding'
      ? decide(hearing, decoded.melding, { to: transport.to, role, cause })
      : { effects: [], key: undefined, refusal, delfeil: [] }
  effects.apply(decided.effects, decided.key, cause)
  const { refusal: refused, delfeil } = decided
  const errors = refused?.errors ?? delfeil
  for (const each of roles.length > 0 ? roles : [role]) answer(each)
  return [verdictOf(message, refused ? 'refused' : 'accepted', errors[0]?.code)]

  function answer(inRole: 'PRIM' | 'COP') {
    assert(envelope)
    const appRec = appRecFor(envelope, {
      role: inRole,
      answeredBy: answererOf(envelope, inRole, party),
      version,
      status: refused ? '2' : delfeil.length > 0 ? '3' : '1',
      errors,
      id: derivedUuid(now + receiptDelayMs, 'APPREC', envelope.msgId, transport.to, inRole),
      genDate: new Date(now + receiptDelayMs).toISOString()
    })
    effects.receipt(appRec, cause)
  }
}

/** The party that answers as the melding names it; as the register does where the melding was not for it (E10). */
function answererOf({ receiver, copies }: Envelope, role: 'PRIM' | 'COP', party: Party | undefined): Address {
  const named = role === 'PRIM' ? receiver : (copies.find((copy) => herIdOf(copy) === party?.herId) ?? receiver)
  return party !== undefined && herIdOf(named) !== party.herId ? addressOf(party) : named
}

/** A receipt for something that this service sent; one that nothing waits for changes nothing. */
function hearAppRec<State>(hearing: Hearing<State>, message: InMessage, appRec: AppRec): Verdict {
  const { from, partition } = parseMeldingSubject(message.subject)
  const original = hearing.effects.awaiting.take(appRec.original.id, from, appRec.role)
  if (original === undefined) return verdictOf(message, 'unknown-receipt')
  const now = timeOf(message, hearing.store, appRec.genDate)
  const keptAt = Math.max(now, clockOf(hearing.store))
  const cause = { now, keptAt, partition, traceparent: message.header(headerNames.traceparent), id: message.id }
  const incoming = { type: 'receipt', appRec, original } as const
  const key = hearing.definition.keyOf(incoming)
  const state = hearing.effects.stateOf(key, hearing.definition.initial)
  hearing.effects.apply(hearing.definition.handle(state, incoming, { now, register: hearing.register }), key, cause)
  return verdictOf(message, 'receipt', appRec.errors[0]?.code)
}

type Decided<State> = {
  readonly effects: readonly Effect<State>[]
  readonly key: string | undefined
  readonly refusal: Refusal | undefined
  readonly delfeil: Refusal['errors']
}

function decide<State>(
  { definition, effects, register }: Hearing<State>,
  melding: Melding,
  { to, role, cause }: { to: string; role: 'PRIM' | 'COP'; cause: Cause }
): Decided<State> {
  const incoming = { type: 'melding', melding, to, role } as const
  const key = definition.keyOf(incoming)
  const decided = definition.handle(effects.stateOf(key, definition.initial), incoming, { now: cause.now, register })
  const receipts = decided.filter((effect) => effect.type === 'receipt')
  assert(receipts.length === 1, `expected one receipt for a melding, got ${receipts.length}`)
  const [{ refusal, delfeil = [] } = {}] = receipts
  return { effects: decided, key, refusal, delfeil }
}

const refusalOf = (judgement: { answer: 'ok' } | { answer: 'refuse'; refusal: Refusal }) =>
  judgement.answer === 'refuse' ? judgement.refusal : undefined

function dead<State>({ effects }: Hearing<State>, message: InMessage, reason: string): Verdict {
  effects.dead(message, reason)
  return verdictOf(message, 'dead', reason)
}

export function verdictOf({ subject, id, attempt }: InMessage, verdict: VerdictName, reason?: string): Verdict {
  return { subject, id, attempt, verdict, ...(reason !== undefined && { reason }) }
}
