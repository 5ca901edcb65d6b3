/** What a reader answers in place of a tree when the bytes are not a document it takes. */

export type NotWellFormed = {
  readonly type: 'not-well-formed'
  /** What was expected, in English for the log; never a piece of the document. */
  readonly reason: string
  /** Byte at which reading stopped, from 0. */
  readonly position: number
  /** The document may be well-formed, but is larger, deeper or wider than we take. */
  readonly limit?: true
}

/** @returns whether a reader refused; `result` is a tree where it did not. */
export function isNotWellFormed(result: object): result is NotWellFormed {
  return 'type' in result && result.type === 'not-well-formed'
}
