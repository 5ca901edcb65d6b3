/** Asks another service in the standards' own XML, by look-up: once, or until what is looked for is there. */
import { setTimeout as wait } from 'node:timers/promises'
import { decodeMelding, encodeMelding, herIdOf, type Melding, readXml } from '@budstikka/meldinger'
import type { Bus } from '@budstikka/transport'
import { askUntilAnswered, retryMs } from './ask-until-answered.ts'
import { oppslagSubject } from './subjects.ts'

/** Our choice: after how long it is given up that something comes. */
const giveUpMs = 30_000

/** The answer, undefined for a refusal. Nobody answering is no answer: it is asked again, by the same id, until stopped. */
export async function askMelding(
  bus: Pick<Bus, 'ask'>,
  tjeneste: string,
  melding: Melding,
  signal: AbortSignal
): Promise<Melding | undefined> {
  const { type, sender, receiver } = melding.envelope
  const subject = oppslagSubject(tjeneste, herIdOf(receiver) ?? '', herIdOf(sender) ?? '', type)
  const body = Buffer.from(encodeMelding(melding))
  const root = readXml(await askUntilAnswered(bus, subject, body, signal))
  const decoded = 'reason' in root ? undefined : decodeMelding(root)
  return decoded?.type === 'melding' ? decoded.melding : undefined
}

/**
 * What happened before may still be on its way: in the world that was days ago, in a replay it may be now. So it is looked for until it
 * is there; undefined when it never comes.
 */
export async function untilThere<Found>(
  look: () => Promise<Found | undefined>,
  signal: AbortSignal
): Promise<Found | undefined> {
  for (const until = Date.now() + giveUpMs; Date.now() < until; await wait(retryMs, undefined, { signal })) {
    const found = await look()
    if (found !== undefined) return found
  }
  return undefined
}
