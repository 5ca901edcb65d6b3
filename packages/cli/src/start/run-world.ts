/** A run in a world: what to play, the replay, the books, and the world that stays up afterwards. */
import { createLandscape } from '@budstikka/landscape'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, line, tell } from '../host.ts'
import type { World } from '../world/start-world.ts'
import { removeWorldFile, writeWorldFile } from '../world/world-file.ts'
import type { StartOptions } from './options.ts'
import { besidesOf, planRun } from './plan-run.ts'
import { play } from './play.ts'
import { openPosition, runOf } from './position.ts'
import { worldLines } from './print-world.ts'
import { tellBooks, tellTooCoarse } from './tell-run.ts'

/** `startWorld` is called once everything that can be refused has been; it may have begun before. */
export async function runWorld(host: Host, options: StartOptions, startWorld: () => Promise<World>): Promise<ExitCode> {
  const { year, seed, profile, data } = options
  const plan = planRun(options)
  tellTooCoarse(host, plan, options)
  const run = runOf(options, plan, profile)
  if (data !== undefined) openPosition(data, run)
  const starting = startWorld()
  const landscape = createLandscape({ year, seed })
  await using world = await starting
  const { natsUrl: nats, dataDir } = world
  const note = () => writeWorldFile(host, { pid: host.pid, nats, services: world.services, dataDir, year, seed })
  const isFirst = note()
  if (!isFirst) tell(host, `another world is up here, and the other commands find that one; this one is --nats ${nats}`)
  try {
    await using bus = await connectBus(host, [nats], profile)
    const position = openPosition(dataDir, run)
    const report = await play({
      host,
      bus,
      landscape,
      plan,
      seed,
      speed: options.speed,
      position,
      whole: async () => {
        await world.whole()
        note()
      },
      ...besidesOf(options, plan)
    })
    const up = { nats, services: world.services, dataDir }
    const isGood = tellBooks(host, report, options, options.once ? {} : { world: up })
    if (options.once) return isGood ? 0 : 1
    if (!options.json) for (const text of worldLines(world)) line(host, text)
    await aborted(host.signal)
    return 0
  } catch (error) {
    if (!host.signal.aborted) throw error
    tell(host, data === undefined ? 'stopped' : `stopped; the same command goes on with ${data}`)
    return options.once ? 2 : 0
  } finally {
    removeWorldFile(host)
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
