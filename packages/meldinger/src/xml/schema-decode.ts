/** From an XML element to the value that a wire schema declares, or the list of what is wrong; never an exception. */
import type { Lexical } from './lexical.ts'
import { isSpace } from './lexical.ts'
import type { XmlNode } from './node.ts'
import { compileQuickRead, type QuickRead } from './decode-source.ts'
import { readAny } from './schema-any.ts'
import { readAttributes } from './schema-attributes.ts'
import { compileComplex } from './schema-complex.ts'
import type { Fault, Reading } from './schema-fault.ts'
import { fault, shortName } from './schema-fault.ts'
import type { AnyContent, Infer, Schema } from './schema.ts'

/** `partial` holds what could be read in spite of the faults. */
export type Outcome<T> =
  | { readonly type: 'value'; readonly value: T }
  | { readonly type: 'faults'; readonly faults: readonly Fault[]; readonly partial: DeepPartial<T> }
export type DeepPartial<T> = T extends readonly (infer E)[]
  ? readonly DeepPartial<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T

/** Reads one element, and notes what is wrong with it. */
export type Read = (node: XmlNode, reading: Reading) => unknown

const compiled = new WeakMap<Schema, Read>()
const quick = new WeakMap<Schema, QuickRead>()

/**
 * Decodes one element by its schema, which is compiled the first time. The element's own name is the caller's to check.
 * What has no fault is read by the quick decoder; only what it does not take is read by the exact one, which says why.
 */
export function decode<S extends Schema>(schema: S, node: XmlNode): Outcome<Infer<S>> {
  const read = quickReadOf(schema)(node)
  // The rim: the value was put together by the very schema that its type is inferred from.
  return read === undefined ? decodeExactly(schema, node) : { type: 'value', value: read as Infer<S> }
}

/** The same without the quick decoder. */
export function decodeExactly<S extends Schema>(schema: S, node: XmlNode): Outcome<Infer<S>> {
  const reading: Reading = { faults: [], path: [shortName(node.name)] }
  const value = readerOf(schema)(node, reading)
  // The rim, as above.
  if (reading.faults.length === 0) return { type: 'value', value: value as Infer<S> }
  return { type: 'faults', faults: reading.faults, partial: value as DeepPartial<Infer<S>> }
}

function quickReadOf(schema: Schema): QuickRead {
  const ready = quick.get(schema) ?? compileQuickRead(schema)
  quick.set(schema, ready)
  return ready
}

function readerOf(schema: Schema): Read {
  const ready = compiled.get(schema) ?? compile(schema)
  compiled.set(schema, ready)
  return ready
}

function compile(schema: Schema): Read {
  switch (schema.kind) {
    case 'text':
      return (node, reading) => readText(node, schema.lexical, reading)
    case 'any':
      return schema.isElementsOnly ? readElements : readAny
    case 'complex':
      return compileComplex(schema, readerOf)
  }
}

function readText(node: XmlNode, lexical: Lexical, reading: Reading): string {
  if (node.attributes !== undefined) readAttributes(node.attributes, undefined, {}, reading)
  const only = node.children[0] ?? ''
  if (typeof only !== 'string' || node.children.length > 1) {
    fault(reading, lexical.name, 'an element in it')
    return ''
  }
  if (!lexical.accepts(only)) fault(reading, lexical.name, `a text of ${only.length} characters`)
  return only
}

function readElements(node: XmlNode, reading: Reading): AnyContent {
  if (node.attributes !== undefined) readAttributes(node.attributes, undefined, {}, reading)
  const hasText = node.children.some((child) => typeof child === 'string' && !isSpace(child))
  if (hasText) fault(reading, 'elements only', 'a text')
  return { children: node.children }
}
