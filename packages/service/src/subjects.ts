/** The subjects and headers between services; the only place that spells them. */

/** Tokens of a subject: letters, digits, `_` and `-`; nothing else from outside reaches a subject. */
const token = /^[A-Za-z0-9_-]{1,64}$/
const herId = /^[0-9]{1,10}$/

export type MeldingSubject = {
  readonly tjeneste: string
  readonly to: string
  readonly from: string
  readonly meldingType: string
  /** 0–63. */
  readonly partition: number
}

/** melding.<tjeneste>.<to>.<from>.<type>.<part>; throws on a token that may not stand in a subject. */
export function meldingSubject(parts: MeldingSubject): string {
  if (!herId.test(parts.to) || !herId.test(parts.from)) throw new Error('a HER-id in a subject is 1 to 10 digits')
  if (!token.test(parts.tjeneste) || !token.test(parts.meldingType))
    throw new Error('a subject token is letters, digits, _ and -')
  return `melding.${parts.tjeneste}.${parts.to}.${parts.from}.${parts.meldingType}.${String(parts.partition).padStart(2, '0')}`
}

export function parseMeldingSubject(subject: string): MeldingSubject {
  const [, tjeneste = '', to = '', from = '', meldingType = '', partition = ''] = subject.split('.')
  return { tjeneste, to, from, meldingType, partition: Number(partition) }
}

/** event.<name>.<key> */
export const eventSubject = (name: string, key: string) => `event.${name}.${key}`
/** dead.<service> */
export const deadSubject = (service: string) => `dead.${service}`
/** oppslag.<tjeneste>.<to>.<from>.<type> */
export const oppslagSubject = (tjeneste: string, to: string, from: string, type: string) =>
  `oppslag.${tjeneste}.${to}.${from}.${type}`

/** oppslag.<service>.status: what a service says of its own work. */
export const statusSubject = (service: string) => `oppslag.${service}.status`

/** Questions to meldingsteller; what it answers has its schemas in landscape (books/answers.ts). */
export const tellerSubjects = {
  /** Nothing → TellerBooks. */
  books: 'oppslag.meldingsteller.boker',
  /** JourneyQuestion → Journey. */
  journey: 'oppslag.meldingsteller.melding',
  /** Nothing → FlowByTypes: the flow by business types; the whole matrix is too large for a message and stands on HTTP. */
  flowByTypes: 'oppslag.meldingsteller.flyt',
  /** InFlightQuestion → InFlightAnswer. */
  inFlight: 'oppslag.meldingsteller.underveis'
} as const

/** Names of headers; each costs about a microsecond, so they are few. */
export const headerNames = {
  /** MsgId of the melding, or the id of the AppRec. */
  msgId: 'MsgId',
  /** Application time of the melding in milliseconds since 1970: simulated time in a replay. */
  time: 'applicationTimeStamp',
  /** RefToParent; for an AppRec the MsgId of the original. */
  refToParent: 'refToParent',
  conversationId: 'conversationId',
  /** AppRec only: code of list 8258. */
  appRecStatus: 'appRecStatus',
  /** AppRec only, where it is not PRIM: the role in which it was answered (list 8112). */
  appRecRole: 'appRecRole',
  /** AppRec with errors only: `<list>:<code>` of each, with commas between; their text stays in the body. */
  appRecErrors: 'appRecErrors',
  traceparent: 'traceparent',
  /** Dead letters only: why, and the transport id and subject of the message that died. */
  reason: 'reason',
  originalId: 'originalId',
  originalSubject: 'originalSubject'
} as const

/**
 * Transport message id of one sending: the same for every attempt to publish it, another for a resend by the sender (attempt 1, 2 …).
 * AMQP profile §5.2: independent of the MsgId for receivers; here derived from it and from the authenticated sender.
 */
export const transportId = (from: string, msgId: string, to: string, attempt = 0) => `${msgId}.${from}.${to}.${attempt}`
