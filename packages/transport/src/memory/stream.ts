/** One stream in memory: what stands in it, how far each durable has settled, and who waits for more or for room. */
import type { OutMessage, Standing } from '../bus.ts'
import { createWaiters, type Waiters } from './signal.ts'

export type Stored = {
  readonly position: number
  readonly message: OutMessage
  readonly storedAt: number
  attempts: number
}

export type Durable = {
  /** Everything up to here is settled. */
  floor: number
  filter(subject: string): boolean
}

export type MemoryStream = {
  /** False when there is no room. */
  append(message: OutMessage): boolean
  /** The first message from a position on that passes; undefined at the end. */
  next(from: number, passes: (subject: string) => boolean): Stored | undefined
  /** Position of the last message, 0 when there never was one. */
  last(): number
  trim(): number
  standing(): Standing
  /** False when it does not stand. */
  remove(position: number): boolean
  readonly durables: Map<string, Durable>
  readonly more: Waiters
  readonly room: Waiters
}

export function createStream(maxBytes: number): MemoryStream {
  let stored: Stored[] = []
  let last = 0
  let bytes = 0
  const removed = new Set<number>()
  const durables = new Map<string, Durable>()
  const more = createWaiters()
  const room = createWaiters()
  const indexOf = (position: number) => position - (stored[0]?.position ?? last + 1)

  function next(from: number, passes: (subject: string) => boolean): Stored | undefined {
    for (let index = Math.max(0, indexOf(from)); index < stored.length; index++) {
      const candidate = stored[index]
      if (candidate === undefined || removed.has(candidate.position)) continue
      if (passes(candidate.message.subject)) return candidate
    }
    return undefined
  }

  return {
    durables,
    more,
    room,
    next,
    last: () => last,
    append(message) {
      if (bytes + message.body.length > maxBytes) return false
      bytes += message.body.length
      stored.push({ position: ++last, message, storedAt: Date.now(), attempts: 0 })
      more.wake()
      return true
    },
    trim() {
      if (durables.size === 0) return 0
      let floor = last
      for (const durable of durables.values()) {
        const unsettled = next(durable.floor + 1, (subject) => durable.filter(subject))
        if (unsettled !== undefined) floor = Math.min(floor, unsettled.position - 1)
      }
      const gone = stored.slice(0, Math.max(0, indexOf(floor + 1)))
      stored = stored.slice(gone.length)
      const counted = gone.filter(({ position }) => !removed.delete(position))
      for (const { message } of counted) bytes -= message.body.length
      room.wake()
      return counted.length
    },
    standing: () => ({
      messages: stored.length - removed.size,
      bytes,
      bytesMax: maxBytes,
      first: next(1, () => true)?.position ?? last + 1
    }),
    remove(position) {
      const found = next(position, () => true)
      if (found?.position !== position) return false
      removed.add(position)
      bytes -= found.message.body.length
      room.wake()
      return true
    }
  }
}
