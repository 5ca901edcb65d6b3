/** Three NATS servers on this machine that keep every stream three times over; each can be killed, stopped and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePorts } from '@budstikka/cli'
import { registerBucket } from '@budstikka/service'
import { type Bus, connectJetStream, makeStreams, type StreamName } from '@budstikka/transport'

export type Cluster = AsyncDisposable & {
  readonly servers: readonly string[]
  readonly names: readonly string[]
  end(name: string, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  start(name: string): void
}

type Node = { readonly name: string; readonly port: number; readonly routePort: number }

const replicas = 3
const stopTimeoutMs = 10_000
const readyTimeoutMs = 30_000
const pollMs = 100

/** Resolves when the streams and the register's bucket stand in three copies. `program`: of the server. */
export async function startCluster(dataDir: string, profile: 'bulk' | 'durable', program: string): Promise<Cluster> {
  const cluster = await readyNodes(dataDir, profile, program)
  for (const name of cluster.names) cluster.start(name)
  try {
    // Services keep the number of copies that they find.
    await makeStreams(() => connectJetStream({ servers: cluster.servers, name: 'cluster', profile, replicas }), {
      buckets: [registerBucket],
      replicas,
      timeoutMs: readyTimeoutMs
    })
    return cluster
  } catch (error) {
    await cluster[Symbol.asyncDispose]()
    throw error
  }
}

/** Three servers that are a cluster when they are started, which none is yet. */
export async function readyNodes(dataDir: string, profile: 'bulk' | 'durable', program: string): Promise<Cluster> {
  const ports = await freePorts(6)
  const nodes = ['nats-1', 'nats-2', 'nats-3'].map((name, at): Node => {
    return { name, port: ports[at] ?? 0, routePort: ports[at + 3] ?? 0 }
  })
  const running = new Map<string, ChildProcess>()
  const start = (name: string) => {
    const configFile = join(dataDir, `${name}.conf`)
    running.set(
      name,
      spawn(program, ['-c', configFile, '-l', join(dataDir, `${name}.log`)], { stdio: 'ignore', detached: true })
    )
  }
  async function end(name: string, signal: 'SIGKILL' | 'SIGTERM') {
    const child = running.get(name)
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
    await ended
    clearTimeout(timer)
  }
  mkdirSync(dataDir, { recursive: true })
  for (const node of nodes)
    writeFileSync(join(dataDir, `${node.name}.conf`), configOf(node, { nodes, dataDir, profile }))
  return {
    servers: nodes.map(({ port }) => `nats://127.0.0.1:${port}`),
    names: nodes.map(({ name }) => name),
    start,
    end,
    async [Symbol.asyncDispose]() {
      await Promise.all(nodes.map(({ name }) => end(name, 'SIGTERM')))
    }
  }
}

const configOf = (
  { name, port, routePort }: Node,
  { nodes, dataDir, profile }: { nodes: readonly Node[]; dataDir: string; profile: string }
) =>
  [
    `server_name: ${name}`,
    `listen: "127.0.0.1:${port}"`,
    'max_payload: 6MB',
    'cluster {',
    '  name: budstikka',
    `  listen: "127.0.0.1:${routePort}"`,
    `  routes: [${nodes.map((node) => `"nats://127.0.0.1:${node.routePort}"`).join(', ')}]`,
    '}',
    `jetstream { store_dir: ${JSON.stringify(join(dataDir, name))}`,
    ...(profile === 'durable' ? ['  sync_interval: always'] : []),
    '}',
    ''
  ].join('\n')

/** Who leads a stream, once it has a leader; `isWhole`: all three copies are up to date. */
export async function standing(bus: Bus, stream: StreamName): Promise<{ leader?: string; isWhole: boolean }> {
  try {
    const answer = await bus.ask(`$JS.API.STREAM.INFO.${stream}`, new Uint8Array(), 1_000)
    // The rim: the server's own form, of which two fields are read.
    const { cluster } = JSON.parse(Buffer.from(answer).toString()) as {
      cluster?: { leader?: string; replicas?: readonly { current: boolean }[] }
    }
    const copies = cluster?.replicas ?? []
    const isWhole = copies.length === replicas - 1 && copies.every(({ current }) => current)
    return { isWhole, ...(cluster?.leader && { leader: cluster.leader }) }
  } catch {
    return { isWhole: false }
  }
}

/** Resolves when the streams have leaders and are whole again. Throws after half a minute, or when `signal` is aborted. */
export async function untilWhole(bus: Bus, signal: AbortSignal): Promise<void> {
  for (const deadline = Date.now() + readyTimeoutMs; Date.now() < deadline; await wait(pollMs, undefined, { signal })) {
    const all = await Promise.all((['MELDINGER', 'EVENTS', 'DEAD'] as const).map((stream) => standing(bus, stream)))
    if (all.every(({ leader, isWhole }) => leader !== undefined && isWhole)) return
  }
  throw new Error(`expected every stream whole again within ${readyTimeoutMs} ms`)
}
