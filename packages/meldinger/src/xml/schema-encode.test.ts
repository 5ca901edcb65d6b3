/** What stands in the XML that is written. */
import { expect, test } from 'vitest'
import { text } from '../felles/leaves.ts'
import { readXml } from './reader.ts'
import { decode } from './schema-decode.ts'
import { encoderOf } from './schema-encode.ts'
import { any, attribute, element } from './schema.ts'
import * as lexical from './lexical.ts'

const ns = 'urn:farm'
const Farm = element(ns, { gate: attribute(lexical.text), Name: text, Note: any })
const write = encoderOf(Farm, ns, 'Farm', new Map([[ns, '']]))

test('markup and line ends are read back as they were written', () => {
  const value = { gate: 'a "b"\r\n\t<&>', Name: '<Li> & ]]> "Lia"\r\nned', Note: { children: ['æøå \u{1F404}'] } }
  const node = readXml(Buffer.from(write(value)))
  expect('type' in node ? node : decode(Farm, node)).toEqual({ type: 'value', value })
})

test('a control character is refused, since no XML can hold it', () => {
  expect(() => write({ Name: 'a\u0000b', Note: { children: [] } })).toThrow('control characters')
})

test('xhtml is written in its own namespace', () => {
  const xhtml = 'http://www.w3.org/1999/xhtml'
  const div = { name: 'div', namespace: xhtml, attributes: { class: 'a' }, children: ['b'] }
  expect(write({ Name: 'Li', Note: { children: [div] } })).toContain(`<div xmlns="${xhtml}" class="a">b</div>`)
})

test('an element of no namespace stays of none', () => {
  const value = {
    Name: 'Li',
    Note: { children: [{ name: 'p', namespace: '', attributes: undefined, children: ['a'] }] }
  }
  const node = readXml(Buffer.from(write(value)))
  expect('type' in node ? node : decode(Farm, node)).toEqual({ type: 'value', value })
})
