/** What became of a message: one line in the log, one count in the metrics. */
export type Verdict = {
  readonly subject: string
  readonly id: string
  readonly attempt: number
  readonly verdict: VerdictName
  /** Code of an AppRec error, or why a message is dead. */
  readonly reason?: string
}

export const verdictNames = [
  'accepted',
  'refused',
  'duplicate',
  'receipt',
  'unknown-receipt',
  'overdue',
  'event',
  'dead'
] as const
export type VerdictName = (typeof verdictNames)[number]
