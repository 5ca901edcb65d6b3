/** What the transaction at hand has written for the exchange: rows of the outbox, and the digest of the meldinger among them. */
import { checkOutMessage, type OutMessage, type Store } from '@budstikka/transport'
import { openDigest } from './digest.ts'
import type { OutboxRow } from './publisher.ts'

export function openWritten(store: Store) {
  const digest = openDigest(store)
  let rows: OutboxRow[] = []
  return {
    message,
    /** A melding or a receipt: counted in the digest too. */
    melding(out: OutMessage) {
      message(out)
      digest.add(out.body)
    },
    /** The rows since the last call; saves the digest with them. */
    take(): readonly OutboxRow[] {
      digest.save()
      const taken = rows
      rows = []
      return taken
    },
    /** Forgets what an undone transaction has left in memory. */
    discard() {
      digest.reset()
      rows = []
    }
  }

  function message(out: OutMessage) {
    // Checked before it is kept: what cannot be published would stand in the outbox for ever.
    checkOutMessage(out)
    rows.push({ number: store.outbox.add(out), message: out })
  }
}
