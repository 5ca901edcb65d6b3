/** What a wire schema accepts, and what it says of what it does not. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allFormats } from '../formats.ts'
import { MsgHead } from '../msg-head/schema.ts'
import { boolean, date, text } from '../felles/leaves.ts'
import { CS } from '../felles/kith.ts'
import type { XmlNode } from './node.ts'
import { decode } from './schema-decode.ts'
import { encoderOf } from './schema-encode.ts'
import type { Schema } from './schema.ts'
import { element, entries, exactlyOneOf, fixedAttribute, many, optional, recursive } from './schema.ts'

const ns = 'urn:farm'
const Farm = element(ns, {
  Name: text,
  Owner: optional(text),
  Built: optional(date),
  Barn: many(boolean),
  Kind: optional(CS)
})

const node = (name: string, ...children: readonly (XmlNode | string)[]): XmlNode => {
  return { name, namespace: ns, attributes: undefined, children }
}
const faultsIn = (schema: Schema, came: XmlNode) => {
  const outcome = decode(schema, came)
  return outcome.type === 'faults' ? outcome.faults : []
}

test('a value has the names of the XSD and text as it came', () => {
  const came = node('Farm', node('Name', '007'), '\n  ', node('Barn', 'true'), node('Barn', '0'))
  expect(decode(Farm, came)).toEqual({ type: 'value', value: { Name: '007', Barn: ['true', '0'] } })
})

test('a missing element is told by its name', () => {
  expect(faultsIn(Farm, node('Farm'))).toEqual([{ path: 'Farm', expected: 'Name', came: 'nothing' }])
})

test('an unknown element is told with what was expected in its place', () => {
  const came = node('Farm', node('Name', 'Li'), node('Moat', 'deep'))
  expect(faultsIn(Farm, came)).toEqual([
    { path: 'Farm', expected: 'Name or Owner or Built …', came: 'Moat, unknown here' }
  ])
})

test('an element of the right name in another namespace is unknown', () => {
  const came = node('Farm', { ...node('Name', 'Li'), namespace: 'urn:other' })
  expect(faultsIn(Farm, came)[0]?.came).toBe('Name, unknown here')
})

test('elements come in the order of the XSD', () => {
  const came = node('Farm', node('Owner', 'Kari'), node('Name', 'Li'))
  expect(faultsIn(Farm, came)[0]).toEqual({
    path: 'Farm',
    expected: 'Owner or Built or Barn …',
    came: 'Name out of order'
  })
})

test('an element that may stand once does not stand twice', () => {
  const came = node('Farm', node('Name', 'Li'), node('Name', 'Lia'))
  expect(faultsIn(Farm, came)).toEqual([{ path: 'Farm/Name', expected: 'one', came: 'one more' }])
})

test('a fault tells the length of a value and never the value', () => {
  const came = node('Farm', node('Name', 'Li'), node('Built', '1. mai'))
  expect(faultsIn(Farm, came)).toEqual([{ path: 'Farm/Built', expected: 'date', came: 'a text of 6 characters' }])
})

test('an unknown attribute is a fault, and xsi:schemaLocation is none', () => {
  const xsi = '{http://www.w3.org/2001/XMLSchema-instance}schemaLocation'
  expect(faultsIn(Farm, { ...node('Farm', node('Name', 'Li')), attributes: { [xsi]: 'a b' } })).toEqual([])
  expect(faultsIn(Farm, { ...node('Farm', node('Name', 'Li')), attributes: { moat: 'deep' } })).toHaveLength(1)
})

test('a fixed attribute is required, written, and no part of the value', () => {
  const Mill = element(ns, { kind: fixedAttribute('water', 'kind'), Name: text })
  expect(encoderOf(Mill, ns, 'Mill', new Map([[ns, '']]))({ Name: 'Li' })).toContain(
    '<Mill xmlns="urn:farm" kind="water">'
  )
  expect(faultsIn(Mill, node('Mill', node('Name', 'Li')))).toEqual([
    { path: 'Mill', expected: '@kind', came: 'nothing' }
  ])
  expect(faultsIn(Mill, { ...node('Mill', node('Name', 'Li')), attributes: { kind: 'wind' } })).toHaveLength(1)
})

test('a choice takes exactly one of its elements', () => {
  const Beast = element(ns, { Cow: optional(text), Goat: optional(text) }, exactlyOneOf('Cow', 'Goat'))
  expect(faultsIn(Beast, node('Beast', node('Goat', 'Snøhvit')))).toEqual([])
  expect(faultsIn(Beast, node('Beast'))[0]?.expected).toBe('exactly one of Cow, Goat')
  expect(faultsIn(Beast, node('Beast', node('Cow'), node('Goat')))).toHaveLength(1)
})

test('a repeated choice keeps the order in which its elements came', () => {
  const Herd = element(ns, { entries: entries({ Cow: text, Goat: text }) })
  const came = node('Herd', node('Goat', 'a'), node('Cow', 'b'), node('Goat', 'c'))
  const value = { entries: [{ Goat: 'a' }, { Cow: 'b' }, { Goat: 'c' }] }
  expect(decode(Herd, came)).toEqual({ type: 'value', value })
  expect(encoderOf(Herd, ns, 'Herd', new Map([[ns, '']]))(value)).toContain('<Goat>a</Goat><Cow>b</Cow><Goat>c</Goat>')
})

test('a type may hold itself', () => {
  type Box = { readonly Box?: Box | undefined }
  const Box: Schema<Box> = recursive<Box>(ns, true, () => ({ Box: optional(Box) }))
  expect(decode(Box, node('Box', node('Box', node('Box'))))).toEqual({ type: 'value', value: { Box: { Box: {} } } })
})

test('what could be read is given in spite of faults', () => {
  const outcome = decode(Farm, node('Farm', node('Owner', 'Kari'), node('Moat')))
  expect(outcome.type === 'faults' && outcome.partial).toEqual({ Owner: 'Kari' })
})

test('a value that lacks what the XSD requires is a fault of the code, found when it is written', () => {
  const write = encoderOf(Farm, ns, 'Farm', new Map([[ns, '']]))
  // The rim: a value such as no type checker lets through.
  expect(() => write({} as { Name: string })).toThrow('Farm needs Name')
})

test('any tree at all is answered, never with an exception', () => {
  const names = fc.constantFrom(
    'MsgHead',
    'MsgInfo',
    'Sender',
    'Organisation',
    'Document',
    'RefDoc',
    'Content',
    '__proto__',
    'x'
  )
  const { tree } = fc.letrec<{ tree: XmlNode }>((tie) => ({
    tree: fc.record({
      name: names,
      namespace: fc.constantFrom('http://www.kith.no/xmlstds/msghead/2006-05-24', ''),
      attributes: fc.option(fc.dictionary(fc.constantFrom('V', '__proto__', 'constructor'), fc.string()), {
        nil: undefined
      }),
      children: fc.array(fc.oneof({ depthSize: 'small' }, fc.string(), tie('tree')), { maxLength: 4 })
    })
  }))
  const schemas = [MsgHead, ...allFormats.map(({ schema }) => schema)]
  fc.assert(
    fc.property(tree, fc.constantFrom(...schemas), (came, schema) => void decode(schema, came)),
    { numRuns: 500 }
  )
})
