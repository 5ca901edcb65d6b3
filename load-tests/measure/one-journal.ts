/** One journal system that plays every party of the care meldinger in this process, over a NATS server of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replay, type Speed } from '@budstikka/cli'
import { journalService } from '@budstikka/journal'
import { createLandscape, hendelser, type ScaledPlan } from '@budstikka/landscape'
import { serve, type ServeOptions, statusOf, statusSubject } from '@budstikka/service'
import { connectJetStream, openSqliteStore, spawnNatsServer } from '@budstikka/transport'

const name = 'journal'
const seed = '1'
/** So few at a time that sending and receiving go hand in hand. */
const inFlightMax = 200
const speed: Speed = { spanMs: 60 * 60 * 1_000, wait: async () => undefined }

/** Plays the plan to its end, or until `signal` is aborted: then it rejects. */
export async function playInOne(
  plan: ScaledPlan,
  serving: Pick<ServeOptions<unknown>, 'tracing' | 'traceRatio' | 'onVerdict'>,
  signal: AbortSignal
): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-journal-'))
  const profile = 'bulk'
  const { NATS_SERVER: program } = process.env
  await using closing = new AsyncDisposableStack()
  closing.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const nats = await spawnNatsServer({ dataDir, profile, ...(program && { program }) })
  closing.defer(() => nats.stop())
  const store = closing.use(openSqliteStore(join(dataDir, 'journal.sqlite'), { profile }))
  const bus = closing.use(await connectJetStream({ servers: [nats.url], name, profile, packMax: 64 }))
  const landscape = createLandscape({ year: plan.year, seed })
  const parties = [...landscape.parties()]
  const tjenester = [...new Set(parties.map(({ tjeneste }) => tjeneste))]
  const definition = journalService({ name, description: 'Every party', tjenester, person: landscape.person })
  const answer = () => Buffer.from(JSON.stringify({ ...statusOf(store), parties: parties.length }))
  await bus.serve({ name, version: '0.1.0', description: definition.description }, [
    { name: 'status', subject: statusSubject(name), answer }
  ])
  const happenings = hendelser({ landscape, plan, seed })
  const ending = new AbortController()
  const until = AbortSignal.any([signal, ending.signal])
  const served = serve({ definition, bus, store, register: landscape, ...serving }, until)
  const played = replay(
    { bus, hendelser: happenings, run: `${seed}.${plan.year}`, senders: [name], speed, inFlightMax },
    until
  )
  try {
    await Promise.race([played, served])
  } finally {
    ending.abort()
    await Promise.allSettled([played, served])
  }
}
