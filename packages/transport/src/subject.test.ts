/** Subjects match filters as NATS has it. */
import { describe, expect, it } from 'vitest'
import { matchesSubject } from './subject.ts'

describe('a filter', () => {
  it.each([
    ['melding.>', 'melding.a.b', true],
    ['melding.>', 'melding', false],
    ['melding.*.1', 'melding.a.1', true],
    ['melding.*', 'melding.a.1', false],
    ['melding.a', 'melding.a', true],
    ['melding.a.b', 'melding.a', false],
    ['>', 'a', true]
  ])('%s and the subject %s: %s', (filter, subject, matches) => {
    expect(matchesSubject(filter, subject)).toBe(matches)
  })
})
