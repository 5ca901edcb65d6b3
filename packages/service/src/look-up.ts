/** Look-ups in the standards' own XML: a question is judged like any melding, answered at once, and may change what is remembered. */
import assert from 'node:assert/strict'
import {
  type AppRec,
  appRecFor,
  appRecVersionFor,
  checkAddressing,
  decodeMelding,
  derivedUuid,
  encodeAppRec,
  encodeMelding,
  type Envelope,
  judge,
  type Melding,
  readXml,
  type Refusal,
  type Register
} from '@budstikka/meldinger'
import type { Endpoint, Store } from '@budstikka/transport'
import type { Context } from './definition.ts'
import type { Memory } from './memory.ts'
import { receiving } from './receiving.ts'
import { clockOf } from './status.ts'
import { oppslagSubject } from './subjects.ts'

/** How long an answer is waited for, in milliseconds (AMQP profile: synchronous meldinger live for 15 s). */
export const lookUpTimeoutMs = 15_000

export type Question = {
  readonly melding: Melding
  /** HER-id (level 2) that is asked. */
  readonly to: string
  /** The same question came before and changed something: it does not do so again. */
  readonly isRepeated: boolean
}

/** An answer, or why there is none; `state` is saved with it. */
export type Answer<State> =
  | { readonly type: 'answer'; readonly melding: Melding; readonly state?: State }
  /** AppRec, OK where nothing is refused. */
  | { readonly type: 'appRec'; readonly refusal?: Refusal; readonly state?: State }

export type LookUps<State> = {
  readonly tjenester: readonly string[]
  readonly store: Store
  readonly register: Register
  readonly memory: Memory<State>
  /** Pure; sends and says nothing, since a question leaves no trace but what it changes. */
  answer(state: State, question: Question, context: Context): Answer<State>
}

/** Simulated time from a question to its answer: our choice. */
export const answerDelayMs = 1_000

/**
 * One endpoint a tjeneste: oppslag.<tjeneste>.<to>.<from>.<type>, MsgHead in, MsgHead or AppRec out. What it changes is committed, with
 * the question's id, before it is answered: a question that comes again, since the answer was lost, finds it done.
 */
export const lookUpEndpoints = <State>(lookUps: LookUps<State>): Endpoint[] =>
  lookUps.tjenester.map((tjeneste) => ({
    name: tjeneste,
    subject: oppslagSubject(tjeneste, '*', '*', '*'),
    answer: ({ subject, body }) => Buffer.from(answerTo(lookUps, subject, body))
  }))

function answerTo<State>(
  { store, register, memory, answer }: LookUps<State>,
  subject: string,
  body: Uint8Array
): string {
  const [, , to = '', from = ''] = subject.split('.')
  const root = readXml(body)
  if ('reason' in root) throw new Error('transport:not-well-formed-xml')
  const decoded = decodeMelding(root)
  assert(decoded.type !== 'appRec', 'an AppRec is no question')
  const envelope = decoded.type === 'melding' ? decoded.melding.envelope : decoded.envelope
  if (envelope === undefined) throw new Error('transport:xml-not-interpretable')
  const addressing = checkAddressing(envelope, { to, from })
  if (addressing.type === 'spoofing') throw new Error(addressing.errorCondition)
  const asked = Date.parse(envelope.genDate)
  const now = Number.isSafeInteger(asked) && asked >= 0 ? asked : clockOf(store)
  const judgement = judge(decoded, receiving(register, to))
  if (judgement.answer === 'none') throw new Error(judgement.why)
  const refusal = addressing.type === 'refuse' ? addressing.refusal : refusalIn(judgement)
  const version = decoded.type === 'melding' ? appRecVersionFor(decoded.melding) : (decoded.appRecVersion ?? '1.1')
  if (refusal !== undefined || decoded.type !== 'melding') return appRec(refusal)
  const { melding } = decoded
  const inbox = store.table('inbox')
  const key = `${envelope.msgId}.${to}`
  const isRepeated = inbox.has(key)
  const before = memory.of({ type: 'melding', melding, to, role: 'PRIM' })
  const given = answer(before, { melding, to, isRepeated }, { now, register })
  const { state } = given
  // What changes nothing leaves no trace, and is answered without waiting for the disk.
  if (state !== undefined && !isRepeated)
    store.transaction(() => {
      inbox.add(key, '', Math.max(now, clockOf(store)))
      memory.save(state, now)
    })
  return given.type === 'answer' ? encodeMelding(given.melding) : appRec(given.refusal)

  function appRec(refused: Refusal | undefined): string {
    assert(envelope)
    return encodeAppRec(receiptFor(envelope, { version, refused, now, to }))
  }
}

const refusalIn = (judgement: { answer: 'ok' } | { answer: 'refuse'; refusal: Refusal }) =>
  judgement.answer === 'refuse' ? judgement.refusal : undefined

function receiptFor(
  envelope: Envelope,
  by: {
    readonly version: AppRec['version']
    readonly refused: Refusal | undefined
    readonly now: number
    readonly to: string
  }
): AppRec {
  return appRecFor(envelope, {
    role: 'PRIM',
    answeredBy: envelope.receiver,
    version: by.version,
    status: by.refused ? '2' : '1',
    errors: by.refused?.errors ?? [],
    id: derivedUuid(by.now + answerDelayMs, 'APPREC', envelope.msgId, by.to, 'PRIM'),
    genDate: new Date(by.now + answerDelayMs).toISOString()
  })
}
