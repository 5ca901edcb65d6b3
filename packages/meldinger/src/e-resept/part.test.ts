/** What travels in base64 inside a message, both ways, and as the official examples have it. */
import { describe, expect, test } from 'vitest'
import { sharedFiles } from '../shared-folder.ts'
import { canonical } from '../xml/canonical.ts'
import { gate } from '../xml/gate.ts'
import { decodePart, encodePart } from './part.ts'

const forskrivning = {
  DosVeiledEnkel: '1 tablett <daglig>',
  Legemiddelpakning: { NavnFormStyrke: 'Smertefri Tab 500 mg', Reseptgruppe: { V: 'C' }, Varenr: '999001' }
}
const base64 = (xml: string) => Buffer.from(xml).toString('base64')

test('a part is read as it was meant', () => {
  expect(decodePart('Forskrivning', encodePart('Forskrivning', forskrivning))).toEqual({
    type: 'content',
    content: forskrivning
  })
})

test.each([
  ['that is no XML', base64('tekst'), [{ path: '', expected: 'Forskrivning', came: 'no well-formed XML' }]],
  [
    'with a document type',
    base64('<!DOCTYPE a><a/>'),
    [{ path: '', expected: 'Forskrivning', came: 'no well-formed XML' }]
  ],
  ['that is another element', base64('<a/>'), [{ path: '', expected: 'Forskrivning', came: 'another element' }]]
])('a part %s is refused', (_what, data, faults) => {
  expect(decodePart('Forskrivning', data)).toEqual({ type: 'faults', faults })
})

test('a part without its medicine is refused with what was expected', () => {
  const data = base64('<Forskrivning xmlns="http://www.kith.no/xmlstds/eresept/forskrivning/2013-10-08"/>')
  const read = decodePart('Forskrivning', data)
  expect(read.type === 'faults' && read.faults.map(({ expected }) => expected)).toEqual([
    'exactly one of LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff, Legemiddelblanding, Legemiddeldose'
  ])
})

const held = sharedFiles('samples/official/eresept/**/M25*.xml').flatMap(({ name, bytes }) =>
  [
    ...Buffer.from(bytes)
      .toString()
      .matchAll(/<ReseptDokLegemiddelB64>([^<]*)</g)
  ].map(([, data = '']) => ({
    name: name.split('/').at(-1),
    data
  }))
)

describe.skipIf(held.length === 0).each(held)('a medicine in the official $name', ({ data }) => {
  test('is written again with the same meaning', () => {
    const read = decodePart('ReseptDokLegemiddel', data)
    if (read.type === 'faults') return expect(read.faults).toEqual([])
    return expect(treeOf(encodePart('ReseptDokLegemiddel', read.content))).toEqual(treeOf(data))
  })
})

function treeOf(data: string): unknown {
  const root = gate(Buffer.from(data, 'base64'))
  return 'type' in root ? root : canonical(root)
}
