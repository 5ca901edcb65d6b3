/** The floor: what NATS itself carries of the same bytes, a melding and its AppRec, with nothing of ours in between. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { AckPolicy, DiscardPolicy, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { memoryOf } from './measure/processes.ts'
import type { MeanBytes } from './measure/sample-meldinger.ts'

export type FloorOptions = {
  readonly url: string
  readonly meldinger: number
  readonly bytes: Omit<MeanBytes, 'sampled'>
  /** Meldinger on their way at once; default 512. */
  readonly window?: number
  /** That the server at `url` was started with; decides how long it may take. */
  readonly profile: 'bulk' | 'durable'
}

/** What each of the two processes is told. */
export type FloorTask = Omit<FloorOptions, 'profile'>

// Slower than this is a fault of the machine, not a measurement.
const perSecondMin = { bulk: 500, durable: 50 } as const
// What the server stores beside the body: subject, headers, its own frame.
const overheadBytes = 512

export type Floor = {
  /** Meldinger, from the first published to the last AppRec read. */
  readonly perSecond: number
  /** That the service holds when all is done, resident, in MB. */
  readonly megabytes: number
}

/**
 * As in the real pipeline the sender and the service are processes of their own: the sender publishes in a window and reads
 * AppRecs; the service reads meldinger, publishes an AppRec for each in a window, and acknowledges (AckAll) up to the last one whose
 * AppRec is stored. No XML, no store, no rules.
 */
export async function measureFloor({ profile, ...task }: FloorOptions): Promise<Floor> {
  const connection = await connect({ servers: task.url })
  const manager = await jetstreamManager(connection)
  const streams = [
    { name: 'FLOOR_MELDING', subjects: ['floormelding.>'], bytes: task.bytes.melding },
    { name: 'FLOOR_APPREC', subjects: ['floorapprec.>'], bytes: task.bytes.appRec }
  ]
  try {
    for (const { name, subjects, bytes } of streams) {
      await manager.streams.add({
        name,
        subjects,
        storage: StorageType.File,
        retention: RetentionPolicy.Limits,
        discard: DiscardPolicy.New,
        max_bytes: task.meldinger * (bytes + overheadBytes)
      })
      await manager.consumers.add(name, { durable_name: 'reader', ack_policy: AckPolicy.All, max_ack_pending: 65_536 })
    }
    return await run(task, (1_000 * task.meldinger) / perSecondMin[profile] + 10_000)
  } finally {
    for (const { name } of streams) await manager.streams.delete(name).catch(() => undefined)
    await connection.close()
  }
}

async function run(task: FloorTask, timeLimitMs: number): Promise<Floor> {
  const service = fork(join(import.meta.dirname, 'floor', 'service.ts'), [JSON.stringify(task)])
  const late = AbortSignal.timeout(timeLimitMs)
  try {
    await answer(service, late)
    const sender = fork(join(import.meta.dirname, 'floor', 'sender.ts'), [JSON.stringify(task)])
    try {
      const perSecond = Number(await answer(sender, late))
      return { perSecond, megabytes: memoryOf(service.pid ?? 0).resident }
    } finally {
      sender.kill()
    }
  } finally {
    service.kill()
  }
}

/** The first word of a process; throws when it ends without one. */
async function answer(child: ChildProcess, late: AbortSignal): Promise<unknown> {
  const stop = new AbortController()
  const signal = AbortSignal.any([late, stop.signal])
  const ended = once(child, 'exit', { signal }).then(([code]) => {
    throw new Error(`a process of the floor ended with code ${code} before it answered`)
  })
  ended.catch(() => undefined)
  try {
    const [word] = await Promise.race([once(child, 'message', { signal }), ended])
    return word
  } finally {
    stop.abort()
  }
}

// Run by itself it prints what it measures.
if (import.meta.main) void import('./floor/print-floor.ts').then(({ printFloor }) => printFloor())
