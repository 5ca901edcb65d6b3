/** Reads dead letters: those that stand in the stream, or those that a file keeps. */
import { setTimeout as wait } from 'node:timers/promises'
import { type DeadLetter, readDeadFile, readLetter } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { CannotError } from '../host.ts'

/** Nothing more has come for so long: somebody else has removed the rest. */
const quietMs = 1_500

/** All that stand now, oldest first. */
export async function lettersIn(bus: Bus, signal: AbortSignal): Promise<readonly DeadLetter[]> {
  const { messages, first } = await bus.standing('DEAD')
  const letters: DeadLetter[] = []
  if (messages === 0) return letters
  const stop = new AbortController()
  const reading = bus.tail('DEAD', ['dead.>'], first, AbortSignal.any([signal, stop.signal]))[Symbol.asyncIterator]()
  try {
    while (letters.length < messages) {
      const next = await Promise.race([reading.next(), wait(quietMs)])
      if (next === undefined || next.done) break
      letters.push(readLetter(next.value))
    }
    return letters
  } finally {
    stop.abort()
  }
}

/** Throws CannotError when it is no such file. */
export function lettersOf(file: string): readonly DeadLetter[] {
  try {
    return readDeadFile(file)
  } catch {
    // Without its cause, which may quote what stands in the file.
    throw new CannotError(`expected a file of dead letters that meldingsteller has written, ${file} is none`)
  }
}

/** Those at the positions, in that order; throws CannotError on one that is not there. */
export function chosen(letters: readonly DeadLetter[], positions: readonly number[]): readonly DeadLetter[] {
  return positions.map((position) => {
    const letter = letters.find((each) => each.position === position)
    if (letter === undefined)
      throw new CannotError(`expected a dead letter with the number ${position}; see budstikka dead list`)
    return letter
  })
}
