/** What a service is: what it hears, and the pure decision that turns what it heard into effects. */
import type { AppRec, Melding, Refusal, Register } from '@budstikka/meldinger'

export type ServiceDefinition<State> = {
  /** Lower-case with hyphens; names its durables, its dead letters and its metrics. */
  readonly name: string
  readonly description: string
  readonly hears: {
    /** Service types whose meldinger it receives: '8663-KP02', 'person' … */
    readonly tjenester: readonly string[]
    /** Names of events: 'hendelse', 'klokke' … */
    readonly events: readonly string[]
  }
  /** The state before anything was heard. */
  readonly initial: State
  /** Which state an incoming belongs to; undefined when none is kept for it. */
  keyOf(incoming: Incoming): string | undefined
  /** Pure: no clock, no randomness, no environment (law 3). Answers every melding with exactly one receipt. */
  handle(state: State, incoming: Incoming, context: Context): readonly Effect<State>[]
}

export type Context = {
  /** Simulated time of what came in, milliseconds since 1970. */
  readonly now: number
  readonly register: Register
}

/** What comes in. A melding has passed the common rules (HITS 1168): sender, receiver and patient are as they must be. */
export type Incoming =
  | { readonly type: 'melding'; readonly melding: Melding; readonly to: string; readonly role: 'PRIM' | 'COP' }
  /** A receipt for a melding that this service sent. */
  | { readonly type: 'receipt'; readonly appRec: AppRec; readonly original: SentMelding }
  /** No receipt within 96 hours of GenDate (HITS 1168 §9.1). */
  | { readonly type: 'overdue'; readonly original: SentMelding }
  | { readonly type: 'event'; readonly name: string; readonly id: string; readonly data: unknown }

/** What a sender keeps of a melding until its receipt is there. */
export type SentMelding = {
  readonly msgId: string
  readonly meldingType: string
  readonly from: string
  readonly to: string
  readonly genDate: string
  /** RefToConversation, or the MsgId of a first melding. */
  readonly conversationId: string
}

export type Effect<State> =
  /** Sends to the receiver and to each copy receiver; `attempt` 1, 2 … when the same melding is sent again. */
  | { readonly type: 'send'; readonly melding: Melding; readonly attempt?: number }
  /** Answers the melding at hand: OK without a refusal; `delfeil`: OK, but these parts are not taken over. */
  | { readonly type: 'receipt'; readonly refusal?: Refusal; readonly delfeil?: Refusal['errors'] }
  /** Saves the state that the incoming belongs to, or the one under `key`. */
  | { readonly type: 'save'; readonly state: State; readonly key?: string }
  | { readonly type: 'say'; readonly name: string; readonly key: string; readonly data: unknown }

export const send = (melding: Melding, attempt = 0) => ({ type: 'send', melding, attempt }) as const
export const receipt = (refusal?: Refusal) => ({ type: 'receipt', ...(refusal && { refusal }) }) as const
/** AppRec status 3, which Helfo alone gives, of a behandlerkrav (HITS 1168 §4.3). */
export const partReceipt = (delfeil: Refusal['errors']) => ({ type: 'receipt', delfeil }) as const
export const save = <State>(state: State, key?: string) =>
  ({ type: 'save', state, ...(key !== undefined && { key }) }) as const
export const say = (name: string, key: string, data: unknown) => ({ type: 'say', name, key, data }) as const
