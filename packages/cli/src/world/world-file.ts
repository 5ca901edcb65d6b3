/** The note that tells the other commands where the running world is: .data/world.json in the checkout. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { CannotError, type Host } from '../host.ts'
import { root } from './services.ts'

export const WorldFile = z.object({
  /** Process that keeps the world up. */
  pid: z.int().positive(),
  nats: z.string(),
  services: z.record(z.string(), z.string()),
  dataDir: z.string(),
  year: z.int(),
  seed: z.string()
})
export type WorldFile = z.infer<typeof WorldFile>

type WorldHost = Pick<Host, 'env' | 'pid' | 'isAlive'>

/** BUDSTIKKA_WORLD names another place, so that two worlds on one machine need not know of each other. */
export const worldFilePath = (env: Host['env']) => env['BUDSTIKKA_WORLD'] || join(root, '.data', 'world.json')

/** False when another world is up and keeps its note. */
export function writeWorldFile(host: WorldHost, world: WorldFile): boolean {
  const path = worldFilePath(host.env)
  if ((readWorldFile(host)?.pid ?? world.pid) !== world.pid) return false
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${JSON.stringify(world, null, 2)}\n`)
  return true
}

/** Leaves the note of another world alone. */
export function removeWorldFile(host: WorldHost): void {
  if (readWorldFile(host)?.pid === host.pid) rmSync(worldFilePath(host.env), { force: true })
}

/** The world that the note tells of; undefined when there is none or when its process has ended. */
export function readWorldFile(host: WorldHost): WorldFile | undefined {
  try {
    const world = WorldFile.parse(JSON.parse(readFileSync(worldFilePath(host.env), 'utf8')))
    return host.isAlive(world.pid) ? world : undefined
  } catch {
    return undefined
  }
}

/** The NATS servers to use: the flag, else NATS_SERVERS, else the running world. Throws CannotError when there is none. */
export function natsServersOf(host: WorldHost, flag: string | undefined): readonly string[] {
  const given = flag ?? host.env['NATS_SERVERS']
  if (given) return given.split(',').map((server) => server.trim())
  const world = readWorldFile(host)
  if (world) return [world.nats]
  throw new CannotError('no world is running here. Start one with `npm start`, or name another with --nats URL.')
}
