/** What `budstikka start` is asked for. */

export type StartOptions = {
  readonly year: number
  readonly month?: number
  readonly scale?: number
  readonly only?: readonly string[]
  readonly seed: string
  readonly speed: number | 'max'
  readonly profile: 'bulk' | 'durable'
  readonly once?: true
  readonly report?: string
  readonly json?: true
  readonly data?: string
}
