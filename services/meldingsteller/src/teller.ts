/** Puts the ledger on its ports: reads both streams, answers questions, and trims what all have settled. */
import { setTimeout as wait } from 'node:timers/promises'
import {
  createMetrics,
  exposition,
  openRegister,
  type Ports,
  type Running,
  startHttp,
  watchDisk
} from '@budstikka/service'
import { runsBucket } from '@budstikka/landscape'
import type { Bus } from '@budstikka/transport'
import type { Config } from './config.ts'
import { familiesOf } from './families.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { lookAfterStreams } from './look-after-streams.ts'
import { lookUps } from './look-ups.ts'
import { routes } from './routes.ts'
import { followRuns } from './runs.ts'
import { consumers, type HeardStream, service } from './service.ts'

const dayMs = 86_400_000
const registerWaitMs = 100
/** After a batch that was not full: what comes in so long is counted together, which costs half of each pack by itself. */
const gatherMs = 100

/** Resolves when it listens; `done` settles when it has stopped, and rejects when store or bus fails for good. */
export async function startTeller(config: Config, { bus, store, log }: Ports, signal: AbortSignal): Promise<Running> {
  const { name, version, description } = service
  const register = await openRegister(bus, signal)
  const ledger = openLedger({
    store,
    register,
    year: config.LANDSCAPE_YEAR,
    pairsMax: config.FLOW_PAIRS_MAX,
    cellsMax: config.FLOW_CELLS_MAX,
    rememberMs: config.REMEMBER_DAYS * dayMs
  })
  const runs = followRuns(await bus.bucket(runsBucket), signal)
  const countedUpTo = () => ledger.books().positions.DEAD
  const lookAfter = lookAfterStreams({ bus, log, config, countedUpTo })
  const metrics = createMetrics(name, version)
  watchDisk(metrics, config.DATA_DIR)
  metrics.append(() => exposition([...familiesOf(ledger, runs.all()), ...lookAfter.families()]))
  await bus.serve({ name, version, description }, lookUps(ledger))
  let isConnected = true
  bus.onConnection((connected) => (isConnected = connected))
  const http = await startHttp({
    config,
    routes: routes(ledger, runs),
    metrics,
    log,
    openapi: { title: name, version, description },
    health: [
      { name: 'connected', check: () => isConnected },
      { name: 'register is current', check: () => register.isCurrent && register.size > 0 },
      ...lookAfter.health
    ]
  })
  const done = countAll()
  return { url: http.url, done, [Symbol.asyncDispose]: () => http[Symbol.asyncDispose]() }

  async function countAll() {
    // Business types are counted as the register says when a melding passes, so nothing is counted before there is one.
    while (register.size === 0 && !signal.aborted) await wait(registerWaitMs)
    const stopping = new AbortController()
    const stop = AbortSignal.any([signal, stopping.signal])
    const loops = [
      runs.done,
      countStream(bus, ledger, 'MELDINGER', config.BATCH_MAX, stop),
      countStream(bus, ledger, 'DEAD', config.BATCH_MAX, stop),
      lookAfter.run(stop)
    ]
    try {
      await Promise.all(loops)
    } finally {
      stopping.abort()
      await Promise.allSettled(loops)
    }
  }
}

/** Settles a batch only when it is counted on disk: what is settled never comes again. */
export async function countStream(
  bus: Bus,
  ledger: Ledger,
  stream: HeardStream,
  batchMax: number,
  signal: AbortSignal
): Promise<void> {
  for await (const batch of bus.consume({ ...consumers[stream], batchMax }, signal)) {
    ledger.count(stream, batch.messages)
    await batch.settle()
    if (batch.messages.length < batchMax) await wait(gatherMs, undefined, { signal }).catch(() => undefined)
  }
}
