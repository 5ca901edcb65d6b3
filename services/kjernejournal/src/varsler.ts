/** Notices to persons who want to be told of look-ups: written with the look-up, published after it, and again after a crash. */
import { eventSubject, headerNames } from '@budstikka/service'
import type { Bus, OutMessage, Store } from '@budstikka/transport'
import { z } from 'zod'

/** Event 'varsel': whoever reaches people (Helsenorge) sends the notice. */
export const Varsel = z.object({
  id: z.string(),
  /** Simulated time, milliseconds since 1970. */
  at: z.number(),
  fodselsnummer: z.string(),
  kanal: z.enum(['epost', 'sms'])
})
export type Varsel = z.infer<typeof Varsel>

const pendingMax = 500
const forever = Number.MAX_SAFE_INTEGER

export type Varsler = {
  /** Call in a transaction. */
  add(varsel: Varsel): void
  /** Publishes what stands; resolves when nothing does. Rejects when the bus fails for good. */
  publish(): Promise<void>
}

export function openVarsler(bus: Bus, store: Store, signal: AbortSignal): Varsler {
  const table = store.table('varsel')
  let publishing: Promise<void> | undefined
  return {
    add: (varsel) => table.put(varsel.id, JSON.stringify(varsel), varsel.at),
    publish: () => (publishing ??= publishAll().finally(() => (publishing = undefined)))
  }

  async function publishAll(): Promise<void> {
    for (;;) {
      const rows = table.between(0, forever, pendingMax)
      if (rows.length === 0) return
      await bus.publish(
        rows.map(({ value }) => messageOf(Varsel.parse(JSON.parse(value)))),
        signal
      )
      store.transaction(() => rows.forEach(({ key }) => table.delete(key)))
    }
  }
}

const messageOf = (varsel: Varsel): OutMessage => ({
  subject: eventSubject('varsel', varsel.id),
  id: `varsel.${varsel.id}`,
  headers: { [headerNames.time]: String(varsel.at) },
  body: Buffer.from(JSON.stringify(varsel))
})
