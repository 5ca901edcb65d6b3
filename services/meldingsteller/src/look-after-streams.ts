/** Looks after the streams now and then: trims what all have settled, and keeps room in DEAD. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Condition, counterOf, type Family, gaugeOf, type Log, oneSample } from '@budstikka/service'
import { type Bus, trimSettled } from '@budstikka/transport'
import type { Config } from './config.ts'
import { type KeepDead, openKeepDead } from './keep-dead.ts'
import { consumers } from './service.ts'

export type LookAfter = {
  /** Warnings: what somebody should see to before anything stops. */
  readonly health: readonly Condition[]
  families(): Iterable<Family>
  /** Until `signal` is aborted. */
  run(signal: AbortSignal): Promise<void>
}

const dayMs = 86_400_000

/** `countedUpTo`: the position in DEAD up to which letters stand in the books. */
export function lookAfterStreams({
  bus,
  log,
  config,
  countedUpTo
}: {
  readonly bus: Bus
  readonly log: Log
  readonly config: Config
  countedUpTo(): number
}): LookAfter {
  const keepDead = openKeepDead({ bus, log, dataDir: config.DATA_DIR, limits: deadLimits(config) })
  const awaited = awaitedDurables(config)
  let missing: readonly string[] = []
  return {
    health: [
      { name: 'DEAD has room', check: () => keepDead.hasRoom, isWarning: true },
      { name: 'every expected durable is there', check: () => missing.length === 0, isWarning: true }
    ],
    families: () => deadFamilies(keepDead),
    async run(signal) {
      while (!signal.aborted) {
        // A server that is away now is asked again next time; until then the streams only grow.
        await look(signal).catch((error: unknown) => {
          if (!signal.aborted) log.warn('the streams could not be looked after', { error: String(error) })
        })
        await wait(config.TRIM_MS, undefined, { signal }).catch((error: unknown) => {
          if (!signal.aborted) throw error
        })
      }
    }
  }

  async function look(signal: AbortSignal): Promise<void> {
    const before = missing.join()
    missing = [
      ...(await trimSettled(bus, 'MELDINGER', awaited.MELDINGER)),
      ...(await trimSettled(bus, 'EVENTS', awaited.EVENTS))
    ]
    if (missing.length > 0 && missing.join() !== before)
      log.warn('a stream is not trimmed before these durables are there', { missing: missing.join() })
    await keepDead.look({ now: Date.now(), countedUpTo: countedUpTo() }, signal)
  }
}

/** Ours is awaited too: nothing goes that is not counted. The durables of EVENTS end so: see serve() in packages/service. */
function awaitedDurables({ TRIM_AWAITS }: Config) {
  const names = TRIM_AWAITS.split(',').flatMap((name) => name.trim() || [])
  const isOfEvents = (name: string) => name.endsWith('-events')
  return {
    MELDINGER: [consumers.MELDINGER.durable, ...names.filter((name) => !isOfEvents(name))],
    EVENTS: names.filter(isOfEvents)
  }
}

const deadLimits = ({ DEAD_MAX, DEAD_DAYS, DEAD_SHARE_MAX }: Config) => ({
  lettersMax: DEAD_MAX ?? Number.POSITIVE_INFINITY,
  ageMaxMs: (DEAD_DAYS ?? Number.POSITIVE_INFINITY) * dayMs,
  shareMax: DEAD_SHARE_MAX
})

/** What stands in DEAD, as it was last seen. */
function* deadFamilies({ standing, moved }: KeepDead): Generator<Family> {
  yield counterOf(
    'budstikka_dead_letters_moved_total',
    'Dead letters moved from the stream to a file.',
    oneSample(moved)
  )
  if (standing === undefined) return
  yield gaugeOf('budstikka_dead_letters', 'Dead letters that stand in the stream.', oneSample(standing.messages))
  yield gaugeOf(
    'budstikka_dead_fill_ratio',
    'Share of the stream DEAD that is full.',
    oneSample(standing.bytes / standing.bytesMax)
  )
}
