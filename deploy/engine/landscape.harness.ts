/** docker-compose.yml brought up in a test: its containers, its addresses, and its end. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { composeCommand, type Engine } from './engine.harness.ts'
import { type Ran, run, type RunOptions } from './run.harness.ts'
import {
  alertmanagerStandIn,
  importStandIn,
  natsStandIn,
  nodeStandIn,
  prometheusStandIn,
  type StandIn
} from './stand-ins.harness.ts'

const root = join(import.meta.dirname, '..', '..')
const composeFile = join(root, 'docker-compose.yml')
const healthyTimeoutMs = 90_000
const profiles = ['observability', 'load', 'cli', 'cluster'] as const

export type Landscape = AsyncDisposable & {
  /** Builds what has changed, starts what is named (default: all without a profile), and waits until all are healthy. */
  up(...services: readonly string[]): Promise<void>
  /** Runs `budstikka` as a container of the network. */
  budstikka(...args: readonly string[]): Promise<Ran>
  /** Environment of a command on this machine that signs in as `cli`. */
  signIn(): Promise<Readonly<Record<string, string>>>
  /** http://127.0.0.1:<port> of a published port. */
  address(service: string, port: number): Promise<string>
  /** Ends a container as the out-of-memory killer would, and starts it again. */
  killAndStart(service: string): Promise<void>
  /** Runs a claim of the load tests, as a container. */
  measure(...args: readonly string[]): Promise<Ran>
  /** Runs a program within a container that is up; throws when it fails. */
  exec(service: string, ...args: readonly string[]): Promise<Ran>
  /** What it has said so far. */
  logs(service: string): Promise<string>
  /** Bytes in use by container. */
  memory(): Promise<Readonly<Record<string, number>>>
  /** Stops and forgets everything, volumes too. */
  down(): Promise<void>
}

export type LandscapeOptions = {
  /** What a user would set beside it. */
  readonly settings?: Readonly<Record<string, string>>
  /** Its images are there already; default: they are built. */
  readonly isBuilt?: boolean
}

/** `project` tells its containers from those of others on the same engine. */
export async function openLandscape(
  engine: Engine,
  project: string,
  { settings = {}, isBuilt = false }: LandscapeOptions = {}
): Promise<Landscape> {
  const command = await composeCommand()
  if (command === undefined) throw new Error('expected docker compose or docker-compose')
  const [program, ...first] = command
  const host = engine.host === undefined ? {} : { DOCKER_HOST: engine.host }
  const yaml = readFileSync(composeFile, 'utf8')
  // An empty port lets the engine choose one, so that nothing else on this machine is in the way.
  const ports = Object.fromEntries([...yaml.matchAll(/\$\{([A-Z_]+_PORT)-/g)].map(([, name]) => [name, '']))
  const env = {
    ...host,
    ...ports,
    ...settings,
    COMPOSE_PROJECT_NAME: project,
    DOCKER_BUILDKIT: '0',
    COMPOSE_DOCKER_CLI_BUILD: '0'
  }
  const docker = (...args: string[]) => run('docker', args, { env })
  const compose = (args: readonly string[], options: RunOptions = {}) =>
    run(program, [...first, ...profiles.flatMap((profile) => ['--profile', profile]), ...args], {
      cwd: root,
      env,
      ...options
    })
  const core = coreOf(yaml)
  const idOf = async (service: string) => (await compose(['ps', '-q', service])).out.trim()
  if (engine.needsStandIns) await importBases(env, yaml)
  if (!isBuilt) await compose(['build'])
  const down = async () => void (await compose(['down', '--volumes', '--remove-orphans', '--timeout', '5']))

  const addressOf = async (service: string, port: number) =>
    `http://${(await compose(['port', service, String(port)])).out.trim()}`
  const folder = mkdtempSync(join(tmpdir(), 'budstikka-keys-'))

  return {
    async up(...services) {
      const wanted = services.length > 0 ? services : core
      await compose(['up', '--detach', ...wanted])
      for (const service of wanted) await healthy(service)
    },
    budstikka: (...args) => compose(['run', '--rm', '-T', 'load', ...args], { mayFail: true }),
    measure: (...args) => compose(['run', '--rm', '-T', 'load-tests', ...args], { mayFail: true }),
    exec: (service, ...args) => compose(['exec', '-T', service, ...args]),
    async logs(service) {
      const { out, err } = await docker('logs', await idOf(service))
      return out + err
    },
    async signIn() {
      for (const file of ['seed.nk', 'ca.pem']) {
        const { out } = await compose(['run', '--rm', '-T', '--entrypoint', 'cat', 'cli', `/data/${file}`])
        writeFileSync(join(folder, file), out, { mode: 0o600 })
      }
      const address = new URL(await addressOf('nats', 4222))
      return {
        NATS_SERVERS: `tls://${address.host}`,
        NATS_USER: 'cli',
        NATS_NKEY_FILE: join(folder, 'seed.nk'),
        NATS_CA_FILE: join(folder, 'ca.pem')
      }
    },
    address: addressOf,
    async killAndStart(service) {
      const id = await idOf(service)
      await docker('kill', id)
      await docker('start', id)
    },
    async memory() {
      const { out } = await docker('stats', '--no-stream', '--format', '{{.Name}} {{.MemUsage}}')
      return Object.fromEntries(
        out
          .trim()
          .split('\n')
          .map((line): [string, number] => {
            const [name = '', amount = '0', unit = 'MiB'] = line.split(/ |(?<=\d)(?=[KMG]?i?B)/)
            return [name, Number(amount) * 1024 ** ['B', 'KiB', 'MiB', 'GiB'].indexOf(unit)]
          })
      )
    },
    down,
    async [Symbol.asyncDispose]() {
      await down()
      rmSync(folder, { recursive: true, force: true })
    }
  }

  /** A container that has ended well is as good as healthy: it had one thing to do. */
  async function healthy(service: string): Promise<void> {
    const id = await idOf(service)
    if (id === '') return
    const state = '{{.State.Status}} {{.State.ExitCode}} {{if .State.Health}}{{.State.Health.Status}}{{end}}'
    let seen = ''
    for (const deadline = Date.now() + healthyTimeoutMs; Date.now() < deadline; await wait(250)) {
      seen = (await docker('inspect', '--format', state, id)).out.trim()
      if (/^(running 0( healthy)?|exited 0)$/.test(seen)) return
    }
    throw new Error(
      `${service} was expected to be healthy, it is '${seen}': ${(await docker('logs', '--tail', '5', id)).out}`
    )
  }
}

/** What `up` starts by itself. */
function coreOf(yaml: string): readonly string[] {
  // Our own file: every service repeats the same anchors.
  const { services } = Compose.parse(parse(yaml, { merge: true, maxAliasCount: -1 }))
  return Object.entries(services).flatMap(([name, { profiles }]) => (profiles === undefined ? [name] : []))
}
const Compose = z.looseObject({
  services: z.record(z.string(), z.looseObject({ profiles: z.array(z.string()).optional() }))
})

/** Under the tags that the Dockerfile and the compose file name; once an engine, since all is built upon them. */
async function importBases(env: RunOptions['env'], yaml: string): Promise<void> {
  const [, node = ''] = /NODE_IMAGE=(\S+)/.exec(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8')) ?? []
  await importOnce(env, node, nodeStandIn)
  await importNats(env, yaml)
  await importOnce(env, imageOf('prom/prometheus', yaml), prometheusStandIn)
  await importOnce(env, imageOf('prom/alertmanager', yaml), alertmanagerStandIn)
}

export const importNats = (env: RunOptions['env'], yaml = readFileSync(composeFile, 'utf8')) =>
  importOnce(env, imageOf('nats', yaml), natsStandIn)

const imageOf = (name: string, yaml: string) => new RegExp(`image: (${name}:\\S+)`).exec(yaml)?.[1] ?? ''

async function importOnce(env: RunOptions['env'], tag: string, standIn: () => Promise<StandIn>): Promise<void> {
  if ((await run('docker', ['image', 'inspect', tag], { env, mayFail: true })).code !== 0)
    await importStandIn(env, tag, await standIn())
}
