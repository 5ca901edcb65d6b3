/** Examples: every type there is, readable and from one known party to another. */
import { createLandscape, writtenTypes } from '@budstikka/landscape'
import { encodeMelding, herIdOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { isGood } from '../validate/finding.ts'
import { judgeFile } from '../validate/judge-file.ts'
import { exampleOf } from './example-of.ts'

const options = { year: 2019, seed: '1', msgId: '6f0f1e0a-8a0e-4a3e-9d7b-0f5a2f9a1c3e', now: 0 }

test.each(writtenTypes)('there is a good example of %s', (type) => {
  const melding = exampleOf({ ...options, type })
  expect(melding?.envelope).toMatchObject({ type, msgId: options.msgId })
  expect(melding && isGood(judgeFile('a.xml', Buffer.from(encodeMelding(melding))))).toBe(true)
})

test('sender and receiver of an example are in the register', () => {
  const landscape = createLandscape(options)
  const { sender, receiver } = exampleOf({ ...options, type: 'LOG_INNLAGT' })?.envelope ?? {}
  const parties = [sender, receiver].map((address) => address && landscape.party(herIdOf(address) ?? ''))
  expect(parties.map((party) => party?.active)).toEqual([true, true])
})

test('a type that nobody sends has no example', () => {
  expect(exampleOf({ ...options, type: 'ERM21' })).toBeUndefined()
})
