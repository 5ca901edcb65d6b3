/** The exchange on NATS JetStream: connects, sees to the streams, and puts the parts of the bus together. */
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection, type NodeConnectionOptions, nkeyAuthenticator } from '@nats-io/transport-node'
import type { Bus } from '../bus.ts'
import { inboxPrefixOf } from '../server/rights.ts'
import { openBucket } from './bucket.ts'
import { type Connected, consumeDurable } from './consume.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { askQuestion, serveEndpoints } from './questions.ts'
import { ensureStreams, type StreamLimits } from './streams.ts'
import { tailStream } from './tail.ts'
import { durablesOf, removeMessage, standingOf, trimStream } from './trim.ts'

export type ConnectionOptions = {
  readonly servers: string | readonly string[]
  /** Of the service; shown in the server's list of connections. */
  readonly name: string
  /** Seed of the nkey that this service signs in with. */
  readonly nkeySeed?: string
  /** Certificate (PEM) that the server must show; connects by TLS. */
  readonly ca?: string
  /**
   * One for each service, so that none may read the answers to another: rights are given by subject, and the client's own
   * default is the same for all. Default `_INBOX_<name>`.
   */
  readonly inboxPrefix?: string
}
export type JetStreamOptions = StreamLimits &
  ConnectionOptions & {
    readonly profile: 'bulk' | 'durable'
    /** Meldinger to one tjeneste that may go in one message when they leave together, at most 64; default 1. */
    readonly packMax?: number
  }

export type JetStreamBus = Bus & {
  /** Sentences for the log: what is allowed and not advised. */
  readonly warnings: readonly string[]
  readonly serverVersion: string
}

/**
 * Waits for the server for as long as it takes. Throws when it is older than 2.10, has no JetStream, or holds streams
 * that
 * cannot be made as they must be.
 */
export async function connectJetStream(options: JetStreamOptions): Promise<JetStreamBus> {
  const client = clientOptions(options)
  const connection = await connect(client)
  try {
    const serverVersion = connection.info?.version ?? '0.0.0'
    const warnings = checkVersion(serverVersion, options.profile)
    const manager = await jetstreamManager(connection)
    await ensureStreams(manager, options)
    return { ...busOn(connection, manager, client.inboxPrefix, options), warnings, serverVersion }
  } catch (error) {
    await connection.close()
    throw error
  }
}

function busOn(
  connection: NatsConnection,
  manager: JetStreamManager,
  inboxPrefix: string,
  options: JetStreamOptions
): Bus {
  const publisher = createPublisher(connection, inboxPrefix, options.packMax)
  const reconnects = new Set<() => void>()
  const changes = new Set<(isConnected: boolean) => void>()
  void followStatus(connection, publisher, reconnects, changes)
  const connected: Connected = {
    connection,
    manager,
    inboxPrefix,
    canReset: hasReset(connection.info?.version ?? ''),
    onReconnect(listener) {
      reconnects.add(listener)
      return () => reconnects.delete(listener)
    }
  }
  return {
    publish: (messages, signal) => publisher.publish(messages, signal),
    consume: (wanted, signal) => consumeDurable(connected, wanted, signal),
    tail: (stream, subjects, from, signal) => tailStream(connected, stream, subjects, from, signal),
    ask: (subject, body, timeoutMs) => askQuestion(connection, subject, body, timeoutMs),
    serve: (info, endpoints) => serveEndpoints(connection, info, endpoints),
    bucket: (name) => openBucket(connected, publisher, name, options.replicas ?? 1),
    onConnection: (listener) => void changes.add(listener),
    onPressure: (listener) => publisher.onPressure(listener),
    trimSettled: (stream) => trimStream(manager, stream),
    durables: (stream) => durablesOf(manager, stream),
    standing: (stream) => standingOf(manager, stream),
    remove: (stream, position) => removeMessage(manager, stream, position),
    async [Symbol.asyncDispose]() {
      publisher.close()
      if (!connection.isClosed()) await drain(connection)
    }
  }
}

async function followStatus(
  connection: NatsConnection,
  publisher: Publisher,
  reconnects: ReadonlySet<() => void>,
  changes: ReadonlySet<(isConnected: boolean) => void>
) {
  for await (const { type } of connection.status()) {
    if (type !== 'disconnect' && type !== 'reconnect') continue
    const isConnected = type === 'reconnect'
    publisher.connectionChanged(isConnected)
    for (const listener of changes) listener(isConnected)
    if (isConnected) for (const listener of reconnects) listener()
  }
}

const drainTimeoutMs = 5_000

/** Lets what was taken be answered; without a server there is nobody to answer. */
async function drain(connection: NatsConnection) {
  const drained = connection.drain().catch(() => undefined)
  const timer = setTimeout(() => void connection.close(), drainTimeoutMs)
  await Promise.race([drained, connection.closed()])
  clearTimeout(timer)
  if (!connection.isClosed()) await connection.close()
}

/** The client's own defaults give up for good after 20 s and notice a silent partition after minutes. */
export function clientOptions({ servers, name, nkeySeed, ca, inboxPrefix }: ConnectionOptions) {
  return {
    servers: typeof servers === 'string' ? servers : [...servers],
    name,
    inboxPrefix: inboxPrefix ?? inboxPrefixOf(name.replaceAll(/[^A-Za-z0-9_-]/g, '_')),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    pingInterval: 5_000,
    maxPingOut: 2,
    waitOnFirstConnect: true,
    noAsyncTraces: true,
    ...(ca !== undefined && { tls: { ca } }),
    ...(nkeySeed !== undefined && { authenticator: nkeyAuthenticator(new TextEncoder().encode(nkeySeed)) })
  } satisfies NodeConnectionOptions
}

function hasReset(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 2 || (major === 2 && minor >= 14)
}

/** Warnings for the log; throws when the server is too old. */
export function checkVersion(version: string, profile: 'bulk' | 'durable'): readonly string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 2 || (major === 2 && minor < 10))
    throw new Error(`the NATS server is ${version}, expected 2.10 or newer: older ones lose data on a power cut`)
  if (major > 2 || minor >= 11) return []
  const advice = profile === 'durable' ? 'use 2.11 or newer' : 'use 2.11 or newer in a cluster'
  return [`the NATS server is ${version}: in a cluster it can lose an acknowledged message; ${advice}`]
}
