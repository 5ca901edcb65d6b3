/** What stands in a stream and who consumes it, and the deletion of what all its durable consumers have settled. */
import { type ConsumerInfo, JetStreamApiError, type JetStreamManager } from '@nats-io/jetstream'
import type { Standing, StreamName } from '../bus.ts'

/** Answers how many messages were deleted. Without a durable consumer nothing is: nobody has said that it may go. */
export async function trimStream(manager: JetStreamManager, stream: StreamName): Promise<number> {
  // Looked at first: a consumer that has nothing left to read afterwards has everything up to here behind it.
  const { state } = await manager.streams.info(stream)
  let floor = Number.POSITIVE_INFINITY
  for await (const consumer of manager.consumers.list(stream))
    if (consumer.config.durable_name !== undefined) floor = Math.min(floor, settledUpTo(consumer, state.last_seq))
  if (floor === Number.POSITIVE_INFINITY || floor < state.first_seq) return 0
  return (await manager.streams.purge(stream, { seq: floor + 1 })).purged
}

/** The ack floor stands still where a consumer's filter matches nothing; then the end of the stream counts. */
function settledUpTo(consumer: ConsumerInfo, lastSeq: number): number {
  const hasNothingLeft = consumer.num_pending === 0 && consumer.num_ack_pending === 0
  return hasNothingLeft ? Math.max(lastSeq, consumer.ack_floor.stream_seq) : consumer.ack_floor.stream_seq
}

export async function durablesOf(manager: JetStreamManager, stream: StreamName): Promise<readonly string[]> {
  const names: string[] = []
  for await (const { config } of manager.consumers.list(stream))
    if (config.durable_name !== undefined) names.push(config.durable_name)
  return names
}

export async function standingOf(manager: JetStreamManager, stream: StreamName): Promise<Standing> {
  const { state, config } = await manager.streams.info(stream)
  return { messages: state.messages, bytes: state.bytes, bytesMax: config.max_bytes, first: state.first_seq }
}

const noSuchMessage = [10037, 10043, 10057]

export async function removeMessage(manager: JetStreamManager, stream: StreamName, position: number): Promise<boolean> {
  try {
    return await manager.streams.deleteMessage(stream, position, false)
  } catch (error) {
    if (error instanceof JetStreamApiError && noSuchMessage.includes(error.code)) return false
    throw error
  }
}
