/** A whole world that is up and has its register, for claims that send and ask by themselves. */
import { setTimeout as wait } from 'node:timers/promises'
import { connectBus, look, senders, startWorld, type World } from '@budstikka/cli'
import { createLandscape, type Landscape } from '@budstikka/landscape'
import type { Bus } from '@budstikka/transport'

export const upYear = 2019
export const upSeed = '1'

export type WorldUp = { readonly world: World; readonly bus: Bus; readonly landscape: Landscape }

const pollMs = 100

/** Resolves with what `work` does, when the world is down again. Throws when `signal` is aborted. */
export async function withWorld<Answer>(signal: AbortSignal, work: (up: WorldUp) => Promise<Answer>): Promise<Answer> {
  const { env, execPath, pid, stderr } = process
  const host = { env, execPath, pid, stderr, signal }
  const tell = (text: string) => void stderr.write(`${text}\n`)
  await using world = await startWorld({ host, year: upYear, seed: upSeed, profile: 'bulk', tell })
  await using bus = await connectBus(host, [world.natsUrl])
  const landscape = createLandscape({ year: upYear, seed: upSeed })
  const parties = [...landscape.parties()].length
  while ((await look(bus, senders)).parties < parties) await wait(pollMs, undefined, { signal })
  return await work({ world, bus, landscape })
}
