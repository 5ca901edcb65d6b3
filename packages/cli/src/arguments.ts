/** Reads what stands after a flag; a wrong value ends with what was expected (exit code 2). */
import { replayedYears } from '@budstikka/landscape'
import { InvalidArgumentError } from 'commander'

export const wholeFrom = (low: number, high: number) => (text: string) => {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < low || value > high)
    throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`)
  return value
}

/** A year that can be replayed. */
export const replayedYearOf = wholeFrom(Math.min(...replayedYears), Math.max(...replayedYears))

/** `max`, or how many times faster than real time. */
export function speedOf(text: string): number | 'max' {
  if (text === 'max') return text
  const value = Number(text)
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError("Expected a number above 0, or 'max'.")
  return value
}

/** Reaches a subject and the name of a run, so it is kept to what may stand there. */
export function seedOf(text: string): string {
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(text)) throw new InvalidArgumentError('Expected 1 to 40 letters, digits, _ or -.')
  return text
}

/** One or more names with commas between. */
export const namesOf = (text: string): readonly string[] => text.split(',').map((name) => name.trim())

const msgIdLettersMax = 200
/** Any text may stand as a MsgId (E10 says so to the sender); longer ones are nowhere remembered. */
export function msgIdOf(text: string): string {
  if (text === '' || text.length > msgIdLettersMax || /\s/.test(text))
    throw new InvalidArgumentError(`Expected 1 to ${msgIdLettersMax} letters without spaces.`)
  return text
}
