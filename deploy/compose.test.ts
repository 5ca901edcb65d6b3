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
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z
    .union([z.array(z.string()), z.record(z.string(), z.object({ condition: z.string() }))])
    .default([])
    .transform((on) => (Array.isArray(on) ? on.map((name) => [name, 'service_started'] as const) : conditions(on))),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([])
})
const conditions = (on: Readonly<Record<string, { readonly condition: string }>>) =>
  Object.entries(on).map(([name, { condition }]) => [name, condition] as const)
const Compose = z.looseObject({
  services: z.record(z.string(), Container),
  volumes: z.record(z.string(), z.null())
})
const compose = Compose.parse(parse(read('docker-compose.yml'), { merge: true, maxAliasCount: -1 }))
const containers = Object.entries(compose.services)
const named = (isWrong: (container: z.infer<typeof Container>) => boolean) =>
  containers.filter(([, container]) => isWrong(container)).map(([name]) => name)

/** Runs of a command come and go. */
const lasts = ({ restart }: z.infer<typeof Container>) => restart === 'unless-stopped'

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

  it('asks everything that lasts whether it is well', () => {
    // A service's own question stands in the Dockerfile; the collector's is asked from beside it.
    const isAsked = ({ build, healthcheck }: z.infer<typeof Container>) => (build ?? healthcheck) !== undefined
    expect(named((container) => lasts(container) && !isAsked(container))).toEqual(['otel-collector'])
    expect(read('deploy/Dockerfile')).toMatch(/FROM packages AS service\n[^]*\nHEALTHCHECK /)
    expect(compose.services['otel-collector-health']?.healthcheck?.test.at(-1)).toContain('//otel-collector:')
  })

  it('starts nobody before those it needs are well, or have done what they had to do', () => {
    const wanted = (needed: string) => {
      const { [needed]: container } = compose.services
      if (container !== undefined && !lasts(container)) return 'service_completed_successfully'
      return needed === 'otel-collector' ? 'service_started' : 'service_healthy'
    }
    const edges = containers.flatMap(([name, { depends_on: on }]) => on.map((edge) => [name, ...edge] as const))
    expect(edges.length).toBeGreaterThan(services.length)
    expect(edges.filter(([, needed, condition]) => condition !== wanted(needed))).toEqual([])
  })

  it('may hold less than 1 GB, and less than 2 GB with what watches it, as a cluster of three too', () => {
    const bytesOf = (limit = '') => Number.parseInt(limit, 10) * 1024 ** ('kmg'.indexOf(limit.at(-1) ?? '') + 1)
    const heldBy = (profiles: readonly string[]) =>
      containers
        .map(([, one]) => one)
        .filter(lasts)
        .filter((one) => one.profiles.every((profile) => profiles.includes(profile)))
        .reduce((sum, one) => sum + bytesOf(one.mem_limit), 0)
    const gigabyte = 1024 ** 3
    expect(heldBy([])).toBeGreaterThan(gigabyte / 2)
    expect(heldBy([])).toBeLessThan(gigabyte)
    expect(heldBy(['observability', 'cluster'])).toBeLessThan(2 * gigabyte)
    expect(heldBy(['observability'])).toBeLessThan(heldBy(['observability', 'cluster']))
  })

  it('listens on this machine alone', () => {
    expect(named(({ ports }) => ports.some((port) => !port.startsWith('127.0.0.1:')))).toEqual([])
  })

  it('has each of its ports in the README, and each variable there or in docs/containers.md', () => {
    const readme = read('README.md')
    const published = containers.flatMap(([, { ports }]) =>
      ports.map((port) => /\{(?<variable>\w+)-(?<number>\d+)\}/.exec(port)?.groups ?? {})
    )
    const isListed = ({ variable, number }: Readonly<Record<string, string>>) =>
      readme.split('\n').some((line) => line.includes(`127.0.0.1:${number}\``) && line.includes(`\`${variable}\``))
    expect(published.filter((port) => !isListed(port))).toEqual([])
    const pages = readme + read('docs/containers.md')
    const used = [...read('docker-compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name)
    expect(used.filter((name) => !new RegExp(`\\b${name}\\b`).test(pages))).toEqual([])
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

  it('has the NATS that the containers and the cluster have', () => {
    const files = ['deploy/Dockerfile', 'docker-compose.yml', 'deploy/kubernetes/base/nats.yaml']
    const versionsIn = (path: string) =>
      [...read(path).matchAll(/\bnats:(\d+\.[\w.-]*)/g)].map(([, version]) => version)
    const found = files.map(versionsIn)
    expect(found.map((versions) => versions.length)).toEqual([1, 2, 1])
    expect(new Set(found.flat()).size).toBe(1)
  })
})
