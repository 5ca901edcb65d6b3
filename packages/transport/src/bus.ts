/** The port to the exchange: messages published in batches, consumed in batches, and questions asked. */

/** Bytes with headers on their way out. */
export type OutMessage = {
  readonly subject: string
  /** Transport message id, becomes Nats-Msg-Id: the same for every attempt to publish the same sending. */
  readonly id: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** Bytes with headers as they came in. */
export type InMessage = {
  readonly subject: string
  readonly id: string
  /** Undefined when the header is missing. */
  header(name: string): string | undefined
  readonly body: Uint8Array
  /** Position in the stream, rising; meldinger that were packed together share one, and come in one batch. */
  readonly position: number
  /** 1 at the first delivery. */
  readonly attempt: number
  /** Real time when the exchange stored it, milliseconds since 1970. */
  readonly storedAt: number
}

export type ConsumerOptions = {
  readonly stream: StreamName
  /** Name of the durable; the same name goes on where it stopped. */
  readonly durable: string
  /** Subject filters. */
  readonly subjects: readonly string[]
  readonly headersOnly?: boolean
  /** Messages handed over at once, at most, but for what came packed together; default `batchMaxDefault`. */
  readonly batchMax?: number
}

/** Our choice: batches of 64 cost more on the exchange, since what they send makes smaller packs, and win nothing. */
export const batchMaxDefault = 256

/** Messages in stream order; settle() acknowledges all of them and all before them. Unsettled ones come again. */
export type Batch = { readonly messages: readonly InMessage[]; readonly settle: () => Promise<void> }

export type StreamName = 'MELDINGER' | 'EVENTS' | 'DEAD'

/** What stands in a stream now. */
export type Standing = {
  readonly messages: number
  readonly bytes: number
  /** When it holds so much, publishing waits. */
  readonly bytesMax: number
  /** Position of the first that stands; behind the last of all when nothing does. */
  readonly first: number
}

export type Question = { readonly subject: string; readonly body: Uint8Array; header(name: string): string | undefined }
export type Endpoint = {
  /** [A-Za-z0-9_-] */
  readonly name: string
  readonly subject: string
  readonly queue?: string
  answer(question: Question): Promise<Uint8Array> | Uint8Array
}
export type ServiceInfo = {
  readonly name: string
  /** SemVer. */
  readonly version: string
  readonly description: string
  readonly metadata?: Readonly<Record<string, string>>
}

export interface Bus extends AsyncDisposable {
  /**
   * Resolves when every message is stored; retries with the same ids until the answer is definite, and waits while
   * the stream is full.
   * Rejects only when `signal` is aborted or the server refuses for good (RefusedError).
   */
  publish(messages: readonly OutMessage[], signal?: AbortSignal): Promise<void>
  /** Ends when `signal` is aborted. */
  consume(options: ConsumerOptions, signal: AbortSignal): AsyncIterable<Batch>
  /** Everything of a stream from a position (1 = first) as it stands and as it comes; nothing is acknowledged. */
  tail(
    stream: StreamName,
    subjects: readonly string[],
    from: number | 'new',
    signal: AbortSignal
  ): AsyncIterable<InMessage>
  /** Throws NoAnswerError when nobody answers in time. */
  ask(subject: string, body: Uint8Array, timeoutMs: number): Promise<Uint8Array>
  /** Registers a NATS service ($SRV.PING|INFO|STATS answer for it) until the bus is closed. */
  serve(info: ServiceInfo, endpoints: readonly Endpoint[]): Promise<void>
  bucket(name: string): Promise<Bucket>
  /** Called with false when the connection is lost and true when it is back. */
  onConnection(listener: (isConnected: boolean) => void): void
  /**
   * Called with true when publishing waits because a stream is full or the server is unwell, and false when it goes
   * on.
   */
  onPressure(listener: (isWaiting: boolean) => void): void
  /**
   * Deletes from a stream what every durable consumer of it has settled; answers how many. Without a durable
   * consumer, nothing.
   * Who reads with tail() must keep up, or read what it needs with consume().
   */
  trimSettled(stream: StreamName): Promise<number>
  /** Names of the durable consumers that a stream has now. */
  durables(stream: StreamName): Promise<readonly string[]>
  standing(stream: StreamName): Promise<Standing>
  /** Deletes one message for good; false when it does not stand. */
  remove(stream: StreamName, position: number): Promise<boolean>
}

/** A key-value bucket that can be watched. */
export interface Bucket {
  get(key: string): Promise<Uint8Array | undefined>
  put(key: string, value: Uint8Array): Promise<void>
  /** Many at once, in a window. */
  putAll(entries: Iterable<readonly [string, Uint8Array]>): Promise<void>
  delete(key: string): Promise<void>
  /** First all that stands, then `isCurrent` once, then every change until `signal` is aborted. */
  watch(signal: AbortSignal): AsyncIterable<BucketChange>
}
export type BucketChange =
  | { readonly type: 'put'; readonly key: string; readonly value: Uint8Array }
  | { readonly type: 'delete'; readonly key: string }
  | { readonly type: 'isCurrent' }
