/** What the subject and headers of one message say; the only place that reads them. */
import { headerNames, parseMeldingSubject } from '@budstikka/service'
import type { InMessage } from '@budstikka/transport'

/** `from` and `to` are those of the melding, also in what is said about it. Simulated times in ms since 1970. */
export type Fact =
  | {
      readonly type: 'sending'
      readonly msgId: string
      readonly from: string
      readonly to: string
      readonly meldingType: string
      /** What tells one sending of the melding from another. */
      readonly attempt: string
      readonly at: number
      /** Real time when the exchange stored it, milliseconds since 1970. */
      readonly storedAt: number
      readonly isSpoofed: boolean
    }
  | {
      readonly type: 'receipt'
      /** The AppRec's own id, the same when it is sent again (HITS 1168 §5.5). */
      readonly id: string
      readonly msgId: string
      readonly from: string
      readonly to: string
      readonly status: '1' | '2' | '3'
      /** PRIM or COP (list 8112): one receipt is due for each. */
      readonly role: string
      readonly at: number
      readonly storedAt: number
      /** `<list>:<code>` of each error, with commas between; '' without. */
      readonly errors: string
    }
  | {
      readonly type: 'dead'
      readonly letter: string
      readonly msgId: string
      readonly from: string
      readonly to: string
      readonly isReceipt: boolean
      readonly service: string
      readonly reason: string
      readonly at: number
    }
  | { readonly type: 'unreadable' }

const receiptType = 'APPREC'
// What had no receiver in the register: it was sent, to nobody, and its letter is all that there is of it.
const nobodysTjeneste = 'ukjent'
// Longer than any id of ours; a row stays small whatever comes in.
const idLettersMax = 200
const reasonLettersMax = 200
const errorsLettersMax = 100

/** Never throws: what cannot be read is a fact too. A dead letter can tell of a sending that reached nobody. */
export function factsOf(message: InMessage): readonly Fact[] {
  if (message.subject.startsWith('dead.')) return deadLetter(message)
  const parts = parseMeldingSubject(message.subject)
  return [parts.meldingType === receiptType ? receipt(message, parts) : sending(message.id, parts, message)]
}

type Parts = ReturnType<typeof parseMeldingSubject>

function receipt(message: InMessage, { to, from }: Parts): Fact {
  const msgId = message.header(headerNames.refToParent)
  const status = message.header(headerNames.appRecStatus)
  if (!isId(msgId) || (status !== '1' && status !== '2' && status !== '3')) return { type: 'unreadable' }
  const id = message.header(headerNames.msgId) ?? message.id
  const role = message.header(headerNames.appRecRole) ?? 'PRIM'
  const errors = message.header(headerNames.appRecErrors)?.slice(0, errorsLettersMax) ?? ''
  const { storedAt } = message
  return { type: 'receipt', id, msgId, from: to, to: from, status, role, at: timeOf(message), storedAt, errors }
}

function sending(id: string, { to, from, meldingType }: Parts, message: InMessage): Fact {
  const sent = parseTransportId(id)
  const msgId = message.header(headerNames.msgId) ?? sent?.msgId
  if (!isId(msgId) || meldingType === '') return { type: 'unreadable' }
  const isSpoofed = sent !== undefined && sent.from !== from
  const attempt = sent?.attempt ?? id
  const { storedAt } = message
  return { type: 'sending', msgId, from, to, meldingType, attempt, at: timeOf(message), storedAt, isSpoofed }
}

function deadLetter(message: InMessage): readonly Fact[] {
  const originalId = message.header(headerNames.originalId) ?? ''
  const original = parseMeldingSubject(message.header(headerNames.originalSubject) ?? '')
  const msgId = message.header(headerNames.msgId) ?? parseTransportId(originalId)?.msgId
  if (!isId(msgId)) return [{ type: 'unreadable' }]
  const { from, to, meldingType, tjeneste } = original
  const letter: Fact = {
    type: 'dead',
    letter: message.id,
    msgId,
    from,
    to,
    isReceipt: meldingType === receiptType,
    service: message.subject.slice('dead.'.length),
    reason: (message.header(headerNames.reason) ?? '').slice(0, reasonLettersMax),
    at: timeOf(message)
  }
  return tjeneste === nobodysTjeneste ? [sending(originalId, original, message), letter] : [letter]
}

const isId = (id: string | undefined): id is string => id !== undefined && id.length > 0 && id.length <= idLettersMax

/** Times are from 1970 on and before this; anything else is no time. */
export const timeMax = Date.UTC(2970, 0)

function timeOf(message: InMessage): number {
  const at = Number(message.header(headerNames.time))
  return Number.isInteger(at) && at > 0 && at < timeMax ? at : 0
}

/** <MsgId>.<from>.<to>.<attempt>, read from its end since a MsgId may hold a dot; undefined for another form. */
function parseTransportId(id: string): { msgId: string; from: string; attempt: string } | undefined {
  const attemptDot = id.lastIndexOf('.')
  const toDot = id.lastIndexOf('.', attemptDot - 1)
  const fromDot = id.lastIndexOf('.', toDot - 1)
  if (fromDot <= 0 || toDot <= fromDot || attemptDot <= toDot) return undefined
  return { msgId: id.slice(0, fromDot), from: id.slice(fromDot + 1, toDot), attempt: id.slice(attemptDot + 1) }
}
