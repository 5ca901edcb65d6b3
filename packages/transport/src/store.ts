/** The port to a service's own memory on disk: tables of keys, and an outbox, changed together or not at all. */
import type { OutMessage } from './bus.ts'

export interface Store extends Disposable {
  /** All or nothing; what `work` throws undoes it and is thrown on. Must not be nested. */
  transaction<T>(work: () => T): T
  /** Made at first use. Names are lower-case letters, digits and _. */
  table(name: string): Table
  readonly outbox: Outbox
}

/** Values by key, each with a time by which it can be found or forgotten. */
export interface Table {
  get(key: string): string | undefined
  has(key: string): boolean
  /** `at`: milliseconds since 1970 in simulated time; 0 where time does not matter. */
  put(key: string, value: string, at: number): void
  /** True when the key was new; leaves an old value as it is. */
  add(key: string, value: string, at: number): boolean
  /** Answers what stood there. */
  delete(key: string): string | undefined
  /** In order of `at`, oldest first, and of arrival where it is the same; `from` inclusive, `to` exclusive. */
  between(
    from: number,
    to: number,
    limit: number
  ): readonly { readonly key: string; readonly value: string; readonly at: number }[]
  /** Forgets all with `at` before the time; answers how many. */
  deleteBefore(at: number): number
  count(): number
}

/** What must be published because it was decided; kept until it has been. */
export interface Outbox {
  /** Answers the row's number; numbers only rise. */
  add(message: OutMessage): number
  /** Oldest first, at most `limit`, with the number to mark them by. */
  pending(limit: number): readonly { readonly number: number; readonly message: OutMessage }[]
  /** Forgets all up to and including `number`. */
  markPublished(number: number): void
  count(): number
}
