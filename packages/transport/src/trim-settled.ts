/** Deletes from a stream what everybody has settled, for a service to call now and then. */
import type { Bus, StreamName } from './bus.ts'

/**
 * Answers which of the expected durables are not there yet: as long as one is not, nothing is deleted, since a service that starts
 * late would miss what the others have settled.
 */
export async function trimSettled(
  bus: Bus,
  stream: StreamName,
  expected: readonly string[]
): Promise<readonly string[]> {
  const known = await bus.durables(stream)
  const missing = expected.filter((durable) => !known.includes(durable))
  if (missing.length === 0) await bus.trimSettled(stream)
  return missing
}
