/** Keeps DEAD from filling up: before a letter leaves the stream it stands in a file, so nothing is lost and nobody is stopped. */
import { join } from 'node:path'
import { appendLetters, type DeadLetter, type Log, readLetter } from '@budstikka/service'
import type { Bus, Standing } from '@budstikka/transport'

export type DeadLimits = {
  readonly lettersMax: number
  readonly ageMaxMs: number
  /** Share of the stream's bytes, 0 to 1. */
  readonly shareMax: number
}
export type KeepDead = {
  /**
   * Looks, and moves what is beyond the limits and has been counted, up to a position. Rejects when it cannot be moved: then all of
   * it still stands.
   */
  look(options: { readonly now: number; readonly countedUpTo: number }, signal: AbortSignal): Promise<void>
  /** What the last look saw, before it moved anything. */
  readonly standing: Standing | undefined
  /** Since this process began. */
  readonly moved: number
  /** Whether less than half of the stream is full; true before the first look. */
  readonly hasRoom: boolean
}

/** Our choice: somebody has time to look before the limit is reached. */
const warningShare = 0.5
/** A stream beyond its limit is emptied to this share of the limit, so that it is not done again for every letter. */
const keptShare = 0.5
const batchMax = 100
const lookTimeoutMs = 10_000

export const deadFile = 'dead-letters.jsonl'

export function openKeepDead({
  bus,
  log,
  dataDir,
  limits
}: {
  readonly bus: Bus
  readonly log: Log
  readonly dataDir: string
  readonly limits: DeadLimits
}): KeepDead {
  const file = join(dataDir, deadFile)
  let standing: Standing | undefined
  let moved = 0
  return {
    get standing() {
      return standing
    },
    get moved() {
      return moved
    },
    get hasRoom() {
      return standing === undefined || standing.bytes < standing.bytesMax * warningShare
    },
    async look({ now, countedUpTo }, signal) {
      standing = await bus.standing('DEAD')
      const excess = excessOf(standing, limits)
      const tooOld = now - limits.ageMaxMs
      if (excess <= 0 && tooOld === Number.NEGATIVE_INFINITY) return
      const before = moved
      let batch: DeadLetter[] = []
      for await (const letter of letters(bus, standing, signal)) {
        if (letter.position > countedUpTo) break
        if (moved - before + batch.length >= excess && letter.storedAt >= tooOld) break
        batch.push(letter)
        if (batch.length === batchMax) batch = await move(batch)
      }
      await move(batch)
      if (moved > before)
        log.warn('dead letters were moved from the stream to a file', { letters: moved - before, file })
    }
  }

  async function move(batch: readonly DeadLetter[]): Promise<DeadLetter[]> {
    if (batch.length > 0) appendLetters(file, batch)
    for (const { position } of batch) await bus.remove('DEAD', position)
    moved += batch.length
    return []
  }
}

/** How many of the oldest must go, by number and by share; letters are taken to be of the same size. */
function excessOf({ messages, bytes, bytesMax }: Standing, { lettersMax, shareMax }: DeadLimits): number {
  const byShare =
    bytes > bytesMax * shareMax ? Math.ceil(messages * (1 - (bytesMax * shareMax * keptShare) / bytes)) : 0
  return Math.max(messages - lettersMax, byShare)
}

/** All that stands, oldest first; what is not there within a while has been removed by somebody else. */
async function* letters(bus: Bus, { messages, first }: Standing, signal: AbortSignal): AsyncGenerator<DeadLetter> {
  if (messages === 0) return
  let left = messages
  const stop = AbortSignal.any([signal, AbortSignal.timeout(lookTimeoutMs)])
  for await (const message of bus.tail('DEAD', ['dead.>'], first, stop)) {
    yield readLetter(message)
    if (--left === 0) return
  }
}
