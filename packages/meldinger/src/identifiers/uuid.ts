/** UUIDs as the ids of meldinger: recognised, and derived from their cause, so that a repeat gives the same id. */
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'

/** @returns whether the text is a UUID as RFC 9562 writes it, of any version, in letters of either case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
}

/**
 * A UUID of version 8: the time first, so that keys rise with it, then 74 bits of a hash of the cause.
 * The same time and cause always give the same id; lists of causes that differ give different ids.
 * @param timeMs milliseconds since 1970, whole, of at most 48 bits
 */
export function derivedUuid(timeMs: number, ...cause: readonly string[]): string {
  assert(Number.isInteger(timeMs) && timeMs >= 0 && timeMs < 2 ** 48, 'a time of 48 bits in whole milliseconds')
  const time = timeMs.toString(16).padStart(12, '0')
  // Each text is preceded by its length, so that ('ab', 'c') is another cause than ('a', 'bc').
  let text = ''
  for (const part of cause) text += `${part.length}:${part}`
  const digest = hash('sha256', text, 'hex')
  const variant = '89ab'[Number.parseInt(digest.slice(3, 4), 16) & 3] ?? '8'
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-8${digest.slice(0, 3)}-` +
    `${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
  )
}
