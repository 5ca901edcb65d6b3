/** The three streams: what they hold and the limits that keep them from losing anything (ARCHITECTURE.md, The wire). */
import {
  DiscardPolicy,
  JetStreamApiError,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig
} from '@nats-io/jetstream'
import { nanos } from '@nats-io/transport-node'
import type { StreamName } from '../bus.ts'
import { RefusedError } from '../errors.ts'

export const streamSubjects: Readonly<Record<StreamName, string>> = {
  MELDINGER: 'melding.>',
  EVENTS: 'event.>',
  DEAD: 'dead.>'
}

export type StreamLimits = {
  /**
   * Bytes of MELDINGER; EVENTS gets half and DEAD an eighth. Undefined: an existing limit stays, a new stream gets 2
   * GiB.
   */
  readonly streamMaxBytes?: number
  /** Copies in a cluster. Undefined: an existing number stays, a new stream gets 1. */
  readonly replicas?: number
}

const share: Readonly<Record<StreamName, number>> = { MELDINGER: 1, EVENTS: 1 / 2, DEAD: 1 / 8 }
const defaultMaxBytes = 2 * 1024 ** 3
// Our choice, and the least the server allows: it is the inbox that decides what was seen before
// (docs/decisions/0002-the-inbox-decides.md), a window costs the server memory per id, and with simulated time or after
// a restart it means nothing.
const duplicateWindow = nanos(100)

/**
 * Makes what is missing and corrects what differs; safe when several services start at once. Throws on what cannot be
 * corrected.
 */
export async function ensureStreams(manager: JetStreamManager, limits: StreamLimits): Promise<void> {
  for (const name of ['MELDINGER', 'EVENTS', 'DEAD'] as const) await ensureStream(manager, name, limits)
}

async function ensureStream(manager: JetStreamManager, name: StreamName, limits: StreamLimits) {
  const existing = await streamConfig(manager, name)
  const wanted = wantedConfig(name, limits, existing)
  if (existing === undefined) {
    try {
      await manager.streams.add(wanted)
    } catch (error) {
      // Somebody else made it in the meantime, perhaps otherwise: look again.
      if ((await streamConfig(manager, name)) === undefined)
        throw new Error(`stream ${name} of ${wanted.max_bytes} bytes could not be made`, { cause: error })
      await ensureStream(manager, name, limits)
    }
    return
  }
  for (const fixed of ['retention', 'storage'] as const)
    if (existing[fixed] !== wanted[fixed])
      throw new RefusedError(
        `stream ${name} has ${fixed} ${existing[fixed]}, expected ${wanted[fixed]}: it must be made anew`
      )
  if (existing.deny_purge)
    throw new RefusedError(`stream ${name} denies purge, so it can never be trimmed: it must be made anew`)
  if (differs(existing, wanted)) await manager.streams.update(name, { ...existing, ...wanted })
}

function wantedConfig(name: StreamName, limits: StreamLimits, existing: StreamConfig | undefined) {
  const { streamMaxBytes } = limits
  const ours = Math.floor((streamMaxBytes ?? defaultMaxBytes) * share[name])
  const keepsLimit = streamMaxBytes === undefined && existing !== undefined && existing.max_bytes > 0
  return {
    name,
    subjects: [streamSubjects[name]],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    max_bytes: keepsLimit ? existing.max_bytes : ours,
    max_age: 0,
    max_msgs: -1,
    max_msgs_per_subject: -1,
    duplicate_window: duplicateWindow,
    num_replicas: limits.replicas ?? existing?.num_replicas ?? 1,
    allow_rollup_hdrs: false,
    allow_direct: true
  }
}

function differs(existing: StreamConfig, wanted: ReturnType<typeof wantedConfig>): boolean {
  const { subjects, ...plain } = wanted
  const before: Readonly<Record<string, unknown>> = existing
  return (
    subjects.join() !== existing.subjects.join() || Object.entries(plain).some(([key, value]) => before[key] !== value)
  )
}

async function streamConfig(manager: JetStreamManager, name: string): Promise<StreamConfig | undefined> {
  try {
    return (await manager.streams.info(name)).config
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === 10059) return undefined
    throw error
  }
}
