/** What `budstikka start` and `budstikka replay` are asked for. */

export type RunOptions = {
  readonly year: number
  readonly month?: number
  readonly scale?: number
  readonly only?: readonly string[]
  readonly seed: string
  readonly speed: number | 'max'
  readonly report?: string
  readonly json?: true
  readonly data?: string
}

export type StartOptions = RunOptions & { readonly profile: 'bulk' | 'durable'; readonly once?: true }

export type ReplayOptions = RunOptions & { readonly nats?: string }
