/** A running digest of everything sent: the same for the same meldinger in any order, kept with the rows that it covers. */
import { hash } from 'node:crypto'
import type { Store, Table } from '@budstikka/transport'

export type SentTotals = { readonly meldinger: number; readonly bytes: number; readonly digest: string }

const words = 4

/** Adds up the first 128 bits of each melding's SHA-256, so that order does not matter and a resend does not cancel out. */
export function openDigest(store: Store) {
  const table: Table = store.table('totals')
  let { meldinger, bytes, digest } = savedTotals()
  const sum = parseDigest(digest)
  let isChanged = false
  return {
    /** Back to what is saved: call when the transaction was undone. */
    reset() {
      ;({ meldinger, bytes, digest } = savedTotals())
      sum.set(parseDigest(digest))
      isChanged = false
    },
    add(body: Uint8Array) {
      const part = hash('sha256', body, 'buffer')
      for (let word = 0; word < words; word++) sum[word] = (sum[word] ?? 0) + part.readUInt32BE(word * 4)
      meldinger += 1
      bytes += body.length
      isChanged = true
    },
    /** Call inside the transaction that wrote the rows. */
    save() {
      if (isChanged) table.put('sent', JSON.stringify(totals()), 0)
      isChanged = false
    },
    totals
  }
  function savedTotals(): SentTotals {
    const stored = table.get('sent')
    return stored ? JSON.parse(stored) : noneSent
  }
  function totals(): SentTotals {
    digest = formatDigest(sum)
    return { meldinger, bytes, digest }
  }
}

/** The digest of several services' meldinger together. */
export function addTotals(all: readonly SentTotals[]): SentTotals {
  const sum = new Uint32Array(words)
  for (const { digest } of all) parseDigest(digest).forEach((value, word) => (sum[word] = (sum[word] ?? 0) + value))
  return {
    meldinger: all.reduce((total, { meldinger }) => total + meldinger, 0),
    bytes: all.reduce((total, { bytes }) => total + bytes, 0),
    digest: formatDigest(sum)
  }
}

export const noneSent: SentTotals = { meldinger: 0, bytes: 0, digest: '0'.repeat(words * 8) }

const parseDigest = (digest: string) =>
  Uint32Array.from({ length: words }, (_, word) => Number.parseInt(digest.slice(word * 8, word * 8 + 8), 16))
const formatDigest = (sum: Uint32Array) => Array.from(sum, (word) => word.toString(16).padStart(8, '0')).join('')
