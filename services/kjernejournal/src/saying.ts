/** What kjernejournal says when it is asked: written with what it tells of, published after it, and again after a crash. */
import { eventSubject, headerNames } from '@budstikka/service'
import type { Bus, OutMessage, Store } from '@budstikka/transport'
import { z } from 'zod'

/** Simulated time, milliseconds since 1970. */
const told = { id: z.string(), at: z.number(), fodselsnummer: z.string() }

export const Sagt = z.discriminatedUnion('event', [
  /** To a person who wants to be told of look-ups; whoever reaches people (Helsenorge) sends the notice. */
  z.object({ event: z.literal('varsel'), ...told, kanal: z.enum(['epost', 'sms']) }),
  /** RES reserved, IRES no longer, TBO somebody is blocked, TBF no longer (list 7609), here (list 7610). */
  z.object({
    event: z.literal('personvern'),
    ...told,
    endring: z.enum(['RES', 'IRES', 'TBO', 'TBF']),
    helseperson: z.string().optional(),
    part: z.literal('KJ'),
    fra: z.literal('kjernejournal')
  })
])
export type Sagt = z.infer<typeof Sagt>

const pendingMax = 500
const forever = Number.MAX_SAFE_INTEGER

export type Saying = {
  /** Call in a transaction: a number that was never given before, for an id. */
  next(): string
  /** Call in a transaction. */
  add(sagt: Sagt): void
  /** Publishes what stands; resolves when nothing does. Rejects when the bus fails for good. */
  publish(): Promise<void>
}

export function openSaying(bus: Bus, store: Store, signal: AbortSignal): Saying {
  const table = store.table('sagt')
  const numbers = store.table('sagt_nr')
  let publishing: Promise<void> | undefined
  // Asked after every answer, and most have nothing to say; an earlier process may have left something.
  let mayStand = true
  return {
    next() {
      const number = String(Number(numbers.get('siste') ?? 0) + 1)
      numbers.put('siste', number, 0)
      return number
    },
    add(sagt) {
      mayStand = true
      table.put(`${sagt.event}.${sagt.id}`, JSON.stringify(sagt), sagt.at)
    },
    async publish() {
      if (mayStand) await (publishing ??= publishAll().finally(() => (publishing = undefined)))
    }
  }

  async function publishAll(): Promise<void> {
    for (;;) {
      const rows = table.between(0, forever, pendingMax)
      mayStand = rows.length > 0
      if (!mayStand) return
      await bus.publish(
        rows.map(({ value }) => messageOf(Sagt.parse(JSON.parse(value)))),
        signal
      )
      store.transaction(() => rows.forEach(({ key }) => table.delete(key)))
    }
  }
}

const messageOf = ({ event, ...data }: Sagt): OutMessage => ({
  subject: eventSubject(event, data.id),
  id: `${event}.${data.id}`,
  headers: { [headerNames.time]: String(data.at) },
  body: Buffer.from(JSON.stringify(data))
})
