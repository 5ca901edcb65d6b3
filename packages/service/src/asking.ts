/** Asks before it decides: the look-ups that an event leads to are answered first, and the answers come with the event. */
import type { Bus, InMessage } from '@budstikka/transport'

/**
 * The same bus, whose events come with what `prepare` makes of their data. Nothing is settled meanwhile: after a crash the event comes
 * again and asks the same questions, by the same ids, so `prepare` must ask nothing that may not be asked twice. `isConcerned` tells by an
 * event's bytes, cheaply, that it need not be prepared; by default all are.
 */
export function askingBus(
  bus: Bus,
  prepare: (data: unknown, signal: AbortSignal) => Promise<unknown>,
  isConcerned: (body: Uint8Array) => boolean = () => true
): Bus {
  const consume: Bus['consume'] = async function* (options, signal) {
    for await (const batch of bus.consume(options, signal)) {
      if (options.stream !== 'EVENTS') {
        yield batch
        continue
      }
      const { settle } = batch
      const messages = await Promise.all(
        batch.messages.map(async (message) =>
          isConcerned(message.body) ? await prepared(message, prepare, signal) : message
        )
      )
      yield { messages, settle }
    }
  }
  // The rest is the bus's own, found through its prototype.
  return Object.create(bus, { consume: { value: consume } })
}

async function prepared(
  message: InMessage,
  prepare: (data: unknown, signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal
): Promise<InMessage> {
  const { subject, id, position, attempt, storedAt } = message
  const data: unknown = JSON.parse(Buffer.from(message.body).toString())
  const body = Buffer.from(JSON.stringify(await prepare(data, signal)))
  return { subject, id, position, attempt, storedAt, header: (name) => message.header(name), body }
}
