/** Fills the register at first start: the parties of the landscape that are not in the bucket yet. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Party, Register } from '@budstikka/meldinger'
import { pageEntries } from '@budstikka/service'
import type { Bucket } from '@budstikka/transport'

const seenTimeoutMs = 30_000
const pollMs = 10

/**
 * Answers how many were put; `register` must be current, and holds them all when this resolves.
 * What stands in the bucket is never overwritten: it may have been changed.
 */
export async function fillBucket(
  bucket: Bucket,
  register: Register,
  parties: Iterable<Party>,
  signal: AbortSignal
): Promise<number> {
  const missing = [...parties].filter((party) => register.party(party.herId) === undefined)
  await bucket.putAll(pageEntries(missing))
  for (const limit = Date.now() + seenTimeoutMs; !missing.every((party) => register.party(party.herId));) {
    if (Date.now() > limit)
      throw new Error(`expected ${missing.length} parties in the bucket within ${seenTimeoutMs} ms`)
    await wait(pollMs, undefined, { signal })
  }
  return missing.length
}
