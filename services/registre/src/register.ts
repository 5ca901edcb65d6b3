/** What a register is that takes meldinger: under which tjeneste, what of, and what it answers. */
import type { Fault, Melding, Payload, Refusal } from '@budstikka/meldinger'

export type Taken =
  | {
      readonly type: 'answer'
      /** A melding back; absent where the receipt is all. */
      readonly answer?: { readonly type: string; readonly payload: Payload }
      /** Every person number that the content names. */
      readonly persons: readonly string[]
      /** What is wrong with parts, which are left out. */
      readonly delfeil?: Refusal['errors']
      /** What is to be remembered, in the transaction at hand. */
      keep?(): void
    }
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly persons: readonly string[] }
  | { readonly type: 'faults'; readonly faults: readonly Fault[] }

export type Register = {
  readonly tjeneste: string
  /** By type, list 8279; `now` is simulated time, milliseconds since 1970. */
  readonly takes: Readonly<Record<string, (melding: Melding, now: number) => Taken>>
  /** It answers as e-resept does: from one enterprise to another, within the conversation that goes on. */
  readonly isEresept?: true
  /** Types that can be looked up as well: nothing is kept of them. */
  readonly looksUp: readonly string[]
}
