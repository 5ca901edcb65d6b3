/** docker-compose.yml and the Dockerfile against what they stand for: the services, the pinned tools, and what nobody may do. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { awaitedDurables, observers, services, users } from '@budstikka/cli'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const Container = z.looseObject({
  image: z.string(),
  build: z.object({ args: z.object({ SERVICE: z.string() }).optional() }).optional(),
  profiles: z.array(z.string()).default([]),
  read_only: z.boolean().default(false),
  user: z.string().default('root'),
  cap_drop: z.array(z.string()).default([]),
  privileged: z.boolean().optional(),
  mem_limit: z.string().optional(),
  restart: z.string().optional(),
  command: z.unknown().optional(),
  environment: z.record(z.string(), z.unknown()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([])
})
const Compose = z.looseObject({
  services: z.record(z.string(), Container),
  volumes: z.record(z.string(), z.null())
})
const compose = Compose.parse(parse(read('docker-compose.yml'), { merge: true, maxAliasCount: -1 }))
const containers = Object.entries(compose.services)
const named = (isWrong: (container: z.infer<typeof Container>) => boolean) =>
  containers.filter(([, container]) => isWrong(container)).map(([name]) => name)

describe('docker-compose.yml', () => {
  it('has an entry for every service, and none for what is not one', () => {
    const built = containers.flatMap(([name, { build }]): [string, string][] =>
      build?.args === undefined ? [] : [[name, build.args.SERVICE]]
    )
    const wanted = readdirSync(join(root, 'services')).map((name): [string, string] => [name, name])
    expect(Object.fromEntries(built)).toEqual(Object.fromEntries(wanted))
    expect(new Set<string>([...services, ...observers])).toEqual(new Set(wanted.map(([name]) => name)))
  })

  it('starts every service without a profile', () => {
    expect(services.filter((name) => compose.services[name]?.profiles.length !== 0)).toEqual([])
  })

  it('trims nothing that one of the senders has not heard', () => {
    expect(compose.services['meldingsteller']?.environment['TRIM_AWAITS']).toBe(awaitedDurables.join(','))
  })

  it('makes a key for everybody who signs in, each in a volume of its own', () => {
    const { keys } = compose.services
    const wanted = users.map(({ name }) => `${name}:/keys/${name}`)
    expect(keys?.volumes.filter((volume) => !/^nats(-\d|-keys)?:/.test(volume)).toSorted()).toEqual(wanted.toSorted())
  })

  it('gives nobody root, a file system to write to, a capability or all the memory', () => {
    expect(named(({ user }) => /^(root|0)\b/.test(user))).toEqual([])
    expect(named((container) => !container.read_only || container.privileged === true)).toEqual([])
    expect(named(({ cap_drop: dropped }) => !dropped.includes('ALL'))).toEqual([])
    expect(named((container) => container.mem_limit === undefined)).toEqual([])
  })

  it('may hold less than 1 GB, and less than 2 GB with what watches it', () => {
    const bytesOf = (limit = '') => Number.parseInt(limit, 10) * 1024 ** ('kmg'.indexOf(limit.at(-1) ?? '') + 1)
    // Runs of a command come and go.
    const lasting = containers.filter(([, { restart }]) => restart === 'unless-stopped').map(([, one]) => one)
    const heldBy = (profiles: readonly string[]) =>
      lasting
        .filter((one) => one.profiles.every((profile) => profiles.includes(profile)))
        .reduce((sum, one) => sum + bytesOf(one.mem_limit), 0)
    const gigabyte = 1024 ** 3
    expect(heldBy([])).toBeGreaterThan(gigabyte / 2)
    expect(heldBy([])).toBeLessThan(gigabyte)
    expect(heldBy(['observability'])).toBeLessThan(2 * gigabyte)
  })

  it('listens on this machine alone', () => {
    expect(named(({ ports }) => ports.some((port) => !port.startsWith('127.0.0.1:')))).toEqual([])
  })

  it('pins every image that it does not build', () => {
    expect(named(({ image, build }) => build === undefined && !/:v?\d+\.\d+\.\d+/.test(image))).toEqual([])
  })

  it('keeps data in named volumes only, and names none in vain', () => {
    const used = containers.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':')[0] ?? ''))
    const ofOurs = used.filter((volume) => !volume.startsWith('./'))
    expect(new Set(ofOurs)).toEqual(new Set(Object.keys(compose.volumes)))
  })

  it('says nothing that Compose 1.29 refuses', () => {
    expect(Object.keys(compose).filter((key) => !/^(services|volumes|networks|x-.*)$/.test(key))).toEqual([])
    expect(read('docker-compose.yml')).not.toMatch(/\b(start_interval|host_ip|develop|restart: true|required):/)
  })
})

describe('the Dockerfile', () => {
  it('has the Node and the pnpm that the checkout has', () => {
    const pinned = (name: string) => new RegExp(`${name}Version = '([^']+)'`).exec(read('scripts/tools.mjs'))?.[1]
    const [, node, pnpm] = /node:([\d.]+)-[^]*PNPM_VERSION=([\d.]+)/.exec(read('deploy/Dockerfile')) ?? []
    expect({ node, pnpm }).toEqual({ node: pinned('node'), pnpm: pinned('pnpm') })
  })
})
