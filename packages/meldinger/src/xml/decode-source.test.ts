/** The quick decoder and the exact one agree: on the value, and on what has none. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formats } from '../formats.ts'
import { compileQuickRead } from './decode-source.ts'
import type { XmlNode } from './node.ts'
import { readXml } from './reader.ts'
import { valuesOf } from './schema-arbitrary.ts'
import { decode, decodeExactly } from './schema-decode.ts'

const runs = { numRuns: 20, seed: 20260105, interruptAfterTimeLimit: 10_000 }
const { schema, encode } = formats.Pasientlogistikk['1.6']

function rootOf(content: unknown): XmlNode {
  const root = readXml(Buffer.from(encode(content)))
  if ('type' in root) throw new Error('expected XML that is well-formed')
  return root
}

test('what both take has the same value', { timeout: 30_000 }, () => {
  const isAlike = (content: unknown) => {
    const root = rootOf(content)
    expect(decode(schema, root)).toEqual(decodeExactly(schema, root))
  }
  fc.assert(fc.property(valuesOf(schema), isAlike), runs)
})

test('a document with an element left out is taken by both or by neither', { timeout: 30_000 }, () => {
  const read = compileQuickRead(schema)
  const isAlike = (content: unknown) => {
    for (const mutilated of withOneLeftOut(rootOf(content))) {
      expect(read(mutilated) !== undefined).toBe(decodeExactly(schema, mutilated).type === 'value')
    }
  }
  fc.assert(fc.property(valuesOf(schema), isAlike), runs)
})

function* withOneLeftOut(node: XmlNode): Generator<XmlNode> {
  for (const [at, child] of node.children.entries()) {
    yield { ...node, children: node.children.toSpliced(at, 1) }
    if (typeof child === 'string') continue
    for (const less of withOneLeftOut(child)) yield { ...node, children: node.children.with(at, less) }
  }
}
