/** Documents made to exhaust a reader: both readers refuse them, and soon. */
import { expect, test } from 'vitest'
import { gate } from './gate.ts'
import type { NotWellFormed } from './not-well-formed.ts'
import { isNotWellFormed } from './not-well-formed.ts'
import { xmlLimits } from './reader-limits.ts'
import { readXml } from './reader.ts'

const REFUSED_WITHIN_MS = 50

const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
const elements = (count: number) => `<a>${'<b/>'.repeat(count - 1)}</a>`
const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
const attributes = (count: number) => `<a${Array.from({ length: count }, (_, i) => ` a${i}="1"`).join('')}/>`

const bound = (count: number) => Array.from({ length: count }, (_, i) => ` xmlns:p${i}="u"`).join('')
/** Sisters bind anew what an element before them bound: only what is in force counts. */
const namespaces = (count: number) => `<a${bound(200)}>${`<b${bound(count - 200)}/>`.repeat(9)}</a>`

const hostile: readonly (readonly [string, string])[] = [
  ['billion laughs', `<!DOCTYPE a [<!ENTITY l0 "lol">${entities}]><a>&l9;</a>`],
  ['100 000 nested elements', nested(100_000)],
  ['200 000 attributes', attributes(200_000)]
]

const readers = [
  ['reader', readXml],
  ['gate', gate]
] as const

for (const [reader, read] of readers) {
  test.each(hostile)(`the ${reader} refuses %s within 50 ms`, (_, text) => {
    const bytes = Buffer.from(text)
    const timesMs = Array.from({ length: 7 }, () => {
      const start = performance.now()
      expect(isNotWellFormed(read(bytes))).toBe(true)
      return performance.now() - start
    })
    expect(timesMs.toSorted((one, other) => one - other)[3]).toBeLessThan(REFUSED_WITHIN_MS)
  })

  test.each([
    ['64 deep', nested(64), nested(65)],
    ['256 attributes', attributes(256), attributes(257)],
    ['256 namespaces in force', namespaces(256), namespaces(257)],
    ['a value of 64 KB', `<a b="${'ø'.repeat(65_536)}"/>`, `<a b="${'ø'.repeat(65_537)}"/>`],
    ['a name of 256', `<${'å'.repeat(256)}/>`, `<${'å'.repeat(257)}/>`],
    ['100 000 elements', elements(100_000), elements(100_001)]
  ])(`the ${reader} reads %s and no more`, (_, largest, tooLarge) => {
    expect(isNotWellFormed(read(Buffer.from(largest)))).toBe(false)
    expect(read(Buffer.from(tooLarge))).toMatchObject({ type: 'not-well-formed', limit: true })
  })

  test(`the ${reader} refuses a document larger than 35 MB unread`, () => {
    const refusal: NotWellFormed = {
      type: 'not-well-formed',
      reason: 'more bytes than 36700160',
      position: 36_700_160,
      limit: true
    }
    expect(read(Buffer.alloc(xmlLimits.bytesMax + 1, ' '))).toEqual(refusal)
  })
}

test('a text of several megabytes is read whole', () => {
  const text = 'æ'.repeat(2_000_000)
  expect(readXml(Buffer.from(`<a>${text}</a>`))).toMatchObject({ children: [text] })
})

test('limits of the gate can be made tighter', () => {
  expect(gate(Buffer.from('<a><b/></a>'), { depthMax: 1 })).toMatchObject({ limit: true })
  expect(gate(Buffer.from('<a/>'), { bytesMax: 3 })).toMatchObject({ limit: true })
})
