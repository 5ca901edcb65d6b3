/** The exchange in one process: the same promises as the real one, the same order at every run, nothing on disk. */
import type { Bus, Endpoint, ServiceInfo, StreamName } from '../bus.ts'
import { type BucketLog, createBucketLog } from './bucket.ts'
import { memoryBus } from './bus.ts'
import { createStream, type MemoryStream } from './stream.ts'

export type MemoryExchangeOptions = {
  /** Bytes of bodies that each stream may hold; default 256 MiB. */
  readonly streamMaxBytes?: number
}

export type MemoryExchange = {
  /** A connection of its own; closing it leaves the exchange as it is. */
  connect(name: string): Bus
}

export type Served = { readonly info: ServiceInfo; readonly endpoint: Endpoint; asked: number }

/** What all connections share. */
export type Exchange = {
  readonly streams: Readonly<Record<StreamName, MemoryStream>>
  readonly buckets: Map<string, BucketLog>
  readonly served: Set<Served>
  bucket(name: string): BucketLog
}

const defaultMaxBytes = 256 * 1024 ** 2

export function memoryExchange({ streamMaxBytes = defaultMaxBytes }: MemoryExchangeOptions = {}): MemoryExchange {
  const buckets = new Map<string, BucketLog>()
  const exchange: Exchange = {
    streams: {
      MELDINGER: createStream(streamMaxBytes),
      EVENTS: createStream(streamMaxBytes),
      DEAD: createStream(streamMaxBytes)
    },
    buckets,
    served: new Set(),
    bucket(name) {
      const log = buckets.get(name) ?? createBucketLog()
      buckets.set(name, log)
      return log
    }
  }
  return { connect: () => memoryBus(exchange) }
}
