/** Deletes from a stream what everybody has settled, for a service to call now and then. */
import type { Bus, StreamName } from './bus.ts'

/** Answers how many messages were deleted; without a durable consumer on the stream, none. */
export const trimSettled = (bus: Bus, stream: StreamName): Promise<number> => bus.trimSettled(stream)
