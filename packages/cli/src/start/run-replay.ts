/** A run in a world that is somebody else's: what to play, the replay, and the books. */
import { createLandscape } from '@budstikka/landscape'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, tell } from '../host.ts'
import { natsServersOf } from '../world/world-file.ts'
import type { ReplayOptions } from './options.ts'
import { besidesOf, planRun } from './plan-run.ts'
import { play } from './play.ts'
import { openPosition, runOf } from './position.ts'
import { tellBooks, tellTooCoarse } from './tell-run.ts'

/** The services keep their own profile; the run's is that of the servers, which it cannot see. */
const profile = 'durable'

export async function replayIn(host: Host, options: ReplayOptions): Promise<ExitCode> {
  const { year, seed, speed, data } = options
  const plan = planRun(options)
  tellTooCoarse(host, plan, options)
  const position = data === undefined ? unkept : openPosition(data, runOf(options, plan, profile))
  await using bus = await connectBus(host, natsServersOf(host, options.nats), profile)
  try {
    const landscape = createLandscape({ year, seed })
    const more = { isFirstTold: false, ...besidesOf(options, plan) }
    const report = await play({ host, bus, landscape, plan, seed, speed, position, ...more })
    return tellBooks(host, report, options) ? 0 : 1
  } catch (error) {
    if (!host.signal.aborted) throw error
    tell(host, data === undefined ? 'stopped' : `stopped; the same command goes on with ${data}`)
    return 2
  }
}

const unkept = { done: 0, seconds: 0, save: () => undefined }
