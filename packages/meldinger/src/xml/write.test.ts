/** What is written is read back as it was, by the reader and by the gate. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gate } from './gate.ts'
import type { XmlNode } from './node.ts'
import { isCharacter } from './reader-characters.ts'
import { isAlike } from './reader-mutations.ts'
import { readXml } from './reader.ts'
import { writeXml } from './write.ts'

const names = fc.oneof(
  fc.constantFrom('a', 'Id', 'Formål', '_x-1.2', '__proto__', 'constructor'),
  fc.stringMatching(/^[a-z]+$/)
)
const namespaces = fc.constantFrom('', 'urn:a', 'urn:b', 'http://example.no/?a=1&b="<2>"', '__proto__', '{x}')
const texts = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((text) => Array.from(text, (character) => (isCharacter(character.codePointAt(0) ?? 0) ? character : '\r\n\t ')))
  .map((characters) => characters.join(''))

const attributeNames = fc.oneof(
  names,
  fc.tuple(namespaces.filter(Boolean), names).map(([namespace, name]) => `{${namespace}}${name}`),
  fc.constant('{http://www.w3.org/XML/1998/namespace}lang')
)

const { nodes } = fc.letrec<{ nodes: XmlNode }>((tie) => ({
  nodes: fc.record({
    name: names,
    namespace: namespaces,
    attributes: fc.option(fc.dictionary(attributeNames, texts, { minKeys: 1, maxKeys: 5, noNullPrototype: false }), {
      nil: undefined
    }),
    children: fc
      .array(fc.oneof({ depthSize: 'small' }, texts, tie('nodes')), { maxLength: 4 })
      .map((children) =>
        children.filter((child, at) => typeof child !== 'string' || typeof children[at - 1] !== 'string')
      )
  })
}))

test('every tree that is written is read back as it was', () => {
  fc.assert(
    fc.property(nodes, (node) => {
      const bytes = Buffer.from(writeXml(node))
      expect(isAlike(readXml(bytes), node)).toBe(true)
      expect(isAlike(gate(bytes), node)).toBe(true)
    })
  )
})

test('the prefixes that are asked for change nothing of what is read', () => {
  fc.assert(
    fc.property(nodes, fc.constantFrom('', 'p', 'n1'), (node, prefix) => {
      const bytes = Buffer.from(writeXml(node, { 'urn:a': prefix, 'urn:b': 'q' }))
      expect(isAlike(readXml(bytes), node)).toBe(true)
    })
  )
})

const element = (children: XmlNode['children'], attributes?: Record<string, string>): XmlNode => ({
  name: 'Id',
  namespace: 'urn:a',
  attributes,
  children
})

test('a namespace is declared once, where it begins', () => {
  expect(writeXml(element([element(['1'])]))).toBe('<Id xmlns="urn:a"><Id>1</Id></Id>')
})

test('a prefix that is asked for stands on the root', () => {
  expect(writeXml(element([element([])], { '{urn:b}x': '1' }), { 'urn:a': 'a', 'urn:b': 'b' })).toBe(
    '<a:Id xmlns:a="urn:a" xmlns:b="urn:b" b:x="1"><a:Id/></a:Id>'
  )
})

test('a carriage return and white space in an attribute survive', () => {
  expect(writeXml(element(['\r'], { x: '\n\t"' }))).toBe('<Id xmlns="urn:a" x="&#10;&#9;&quot;">&#13;</Id>')
})

test.each(['\0', '\u001f', '\ufffe', '\ud800', 'a\udc00b'])(
  'a character that XML cannot hold is a fault in the code',
  (text) => {
    expect(() => writeXml(element([text]))).toThrow()
    expect(() => writeXml(element([], { x: text }))).toThrow()
  }
)

test('a name that is none is a fault in the code', () => {
  for (const name of ['', '1', 'a b', 'a:b', 'a>']) expect(() => writeXml({ ...element([]), name })).toThrow('name')
})
