/** Documents changed at random: the fast reader reads what the gate reads and refuses what the gate refuses. */
import { expect, test } from 'vitest'
import { gate } from './gate.ts'
import { isNotWellFormed } from './not-well-formed.ts'
import { dialogmelding, rareForms } from './reader-examples.ts'
import { isAlike, trials } from './reader-mutations.ts'
import { readXml } from './reader.ts'

const MUTATIONS = 20_000

test('every example is read, and alike', () => {
  const examples = [dialogmelding, ...rareForms].map((text) => Buffer.from(text))
  const isRead = (bytes: Uint8Array) => !isNotWellFormed(gate(bytes)) && isAlike(gate(bytes), readXml(bytes))
  expect(examples.filter((bytes) => !isRead(bytes)).map(String)).toEqual([])
})

test('reader and gate agree on every mutation', { timeout: 60_000 }, () => {
  const differing: string[] = []
  let accepted = 0
  for (const { bytes, isAccepted, isAlike } of trials(20_260_102, MUTATIONS)) {
    if (isAccepted) accepted++
    if (!isAlike) differing.push(Buffer.from(bytes).toString('latin1'))
  }
  expect(differing).toEqual([])
  // Were nearly all refused, the trees would not have been compared.
  expect(accepted).toBeGreaterThan(MUTATIONS / 10)
})

test('two trees that differ in one attribute are not alike', () => {
  const [one, other] = ['<a><b c="1"/></a>', '<a><b c="2"/></a>'].map((text) => readXml(Buffer.from(text)))
  expect(isAlike(one ?? {}, other ?? {})).toBe(false)
})
