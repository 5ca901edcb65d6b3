/** From an XML element to the value that a wire schema declares, or the list of what is wrong; never an exception. */
import type { Lexical } from './lexical.ts'
import type { XmlNode } from './node.ts'
import type { AnyContent, ComplexShape, Infer, NamedField, Schema } from './schema.ts'

/** What is wrong with an element, in words that hold no person data: values are told by their length only. */
export type Fault = { readonly path: string; readonly expected: string; readonly came: string }

/** `partial` holds what could be read in spite of the faults. */
export type Outcome<T> =
  | { readonly type: 'value'; readonly value: T }
  | { readonly type: 'faults'; readonly faults: readonly Fault[]; readonly partial: DeepPartial<T> }
export type DeepPartial<T> = T extends readonly (infer E)[]
  ? readonly DeepPartial<E>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T

type Read = (node: XmlNode, reading: Reading) => unknown
type Reading = { readonly faults: Fault[]; readonly path: string[] }

const schemaInstance = '{http://www.w3.org/2001/XMLSchema-instance}'
const faultsMax = 100
const compiled = new WeakMap<object, Read>()

/** Decodes one element by its schema. */
export function decode<S extends Schema>(schema: S, node: XmlNode): Outcome<Infer<S>> {
  const reading: Reading = { faults: [], path: [node.name.slice(0, 64)] }
  const value = readerOf(schema)(node, reading)
  // The rim: the value was put together by the very schema that its type is inferred from.
  if (reading.faults.length === 0) return { type: 'value', value: value as Infer<S> }
  return { type: 'faults', faults: reading.faults, partial: value as DeepPartial<Infer<S>> }
}

function readerOf(schema: Schema): Read {
  const ready = compiled.get(schema)
  if (ready !== undefined) return ready
  const made = compile(schema)
  compiled.set(schema, made)
  return made
}

function compile(schema: Schema): Read {
  switch (schema.kind) {
    case 'text':
      return (node, reading) => readText(node, schema.lexical, reading)
    case 'any':
      return readAny
    case 'complex':
      return compileComplex(schema)
  }
}

function readText(node: XmlNode, lexical: Lexical, reading: Reading): string {
  refuseAttributes(node, noAttributes, reading)
  const only = node.children[0] ?? ''
  if (typeof only !== 'string' || node.children.length > 1) {
    fault(reading, lexical.name, 'an element in it')
    return ''
  }
  if (!lexical.accepts(only)) fault(reading, lexical.name, `a text of ${only.length} characters`)
  return only
}

function readAny(node: XmlNode): AnyContent {
  const kept = Object.entries(node.attributes ?? {}).filter(([name]) => !name.startsWith(schemaInstance))
  return { ...(kept.length > 0 && { attributes: Object.fromEntries(kept) }), children: node.children }
}

/** One place in the sequence that an element may take: a repeated choice gives one slot for each alternative. */
type Slot = {
  readonly key: string
  readonly namespace: string
  readonly rank: number
  readonly field: NamedField
  readonly schema: Schema
  read: Read | undefined
}
const noAttributes: ReadonlyMap<string, NamedField> = new Map()

function compileComplex(shape: ComplexShape): Read {
  let slots: Slot[] | undefined
  let attributes = noAttributes
  let required: NamedField[] = []
  return (node, reading) => {
    if (slots === undefined) {
      const fields = shape.fields().filter((field) => field.occurs !== 'absent')
      slots = fields.flatMap((field, rank) => slotsOf(shape, field, rank))
      attributes = new Map(fields.filter(isAttribute).map((field) => [field.name ?? field.key, field]))
      required = fields.filter((field) => field.occurs !== 'optional' && field.occurs !== 'many')
    }
    const value: Record<string, unknown> = {}
    if (node.attributes !== undefined) readAttributes(node.attributes, attributes, value, reading)
    readChildren(node, slots, value, reading)
    for (const field of required) if (value[field.key] === undefined) missing(field, node, reading)
    const expected = shape.check?.((key) => value[key] !== undefined)
    if (expected !== undefined) fault(reading, expected, Object.keys(value).join(', ') || 'nothing')
    return value
  }
}

function readChildren(node: XmlNode, slots: Slot[], value: Record<string, unknown>, reading: Reading): void {
  let at = 0
  for (const child of node.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') fault(reading, 'elements only', `a text of ${child.length} characters`)
      continue
    }
    const found = slotFor(slots, child, at)
    if (found === undefined) {
      const known = slotFor(slots, child, 0) !== undefined
      fault(reading, expectedAt(slots, at), `${child.name.slice(0, 64)}${known ? ' out of order' : ', unknown here'}`)
      continue
    }
    at = firstOfRank(slots, found)
    reading.path.push(child.name)
    put(value, found, (found.read ??= readerOf(found.schema))(child, reading), reading)
    reading.path.pop()
  }
}

function put(value: Record<string, unknown>, slot: Slot, read: unknown, reading: Reading): void {
  const { key } = slot.field
  const before = value[key]
  switch (slot.field.occurs) {
    case 'many':
    case 'some':
      // The list was put there by the first element of this name.
      if (before === undefined) value[key] = [read]
      else (before as unknown[]).push(read)
      return
    case 'entries':
      if (before === undefined) value[key] = [{ [slot.key]: read }]
      else (before as unknown[]).push({ [slot.key]: read })
      return
    case 'one':
    case 'optional':
    case 'fixed':
    case 'absent':
      if (before !== undefined) fault(reading, 'at most one', 'one more')
      else value[key] = read
  }
}

function slotFor(slots: readonly Slot[], child: XmlNode, from: number): Slot | undefined {
  for (let index = from; index < slots.length; index++) {
    const slot = slots[index]
    if (slot !== undefined && slot.key === child.name && slot.namespace === child.namespace) return slot
  }
  return undefined
}

function firstOfRank(slots: readonly Slot[], found: Slot): number {
  return slots.findIndex((slot) => slot.rank === found.rank)
}

function slotsOf(shape: ComplexShape, field: NamedField, rank: number): Slot[] {
  switch (field.place) {
    case 'attribute':
      return []
    case 'element':
      return [
        {
          key: field.key,
          namespace: namespaceOf(shape, field.schema),
          rank,
          field,
          schema: field.schema,
          read: undefined
        }
      ]
    case 'entries':
      return field.alternatives.flatMap((one) => slotsOf(shape, one, rank).map((slot) => ({ ...slot, field })))
  }
}

/** Where the name of a child stands: a global element's in its own namespace, a local one's in its parent's. */
export function namespaceOf(parent: ComplexShape, child: Schema): string {
  if (child.kind === 'any') return child.namespace ?? parent.namespace
  return child.kind === 'complex' && child.isElement ? child.namespace : parent.namespace
}

function readAttributes(
  came: Readonly<Record<string, string>>,
  declared: ReadonlyMap<string, NamedField>,
  value: Record<string, unknown>,
  reading: Reading
): void {
  for (const name in came) {
    const field = declared.get(name)
    const text = came[name] ?? ''
    if (field === undefined || !isAttribute(field)) {
      if (!name.startsWith(schemaInstance)) fault(reading, 'a known attribute', `@${name.slice(0, 64)}`)
      continue
    }
    if (!field.lexical.accepts(text)) fault(reading, `@${field.key} ${field.lexical.name}`, `${text.length} characters`)
    if (field.occurs !== 'fixed') value[field.key] = text
  }
}

function refuseAttributes(node: XmlNode, declared: ReadonlyMap<string, NamedField>, reading: Reading): void {
  if (node.attributes !== undefined) readAttributes(node.attributes, declared, {}, reading)
}

function missing(field: NamedField, node: XmlNode, reading: Reading): void {
  // A fixed attribute is no part of the value: whether it was there is seen on the element alone.
  if (isAttribute(field) && field.occurs === 'fixed' && node.attributes?.[field.name ?? field.key] !== undefined) return
  fault(reading, isAttribute(field) ? `@${field.key}` : field.key, 'nothing')
}

function isAttribute(field: NamedField): field is NamedField & { place: 'attribute' } {
  return field.place === 'attribute'
}

function expectedAt(slots: readonly Slot[], at: number): string {
  const next = slots.slice(at, at + 3).map((slot) => slot.key)
  return next.length === 0 ? 'no element' : `${next.join(' or ')}${slots.length > at + 3 ? ' …' : ''}`
}

function fault(reading: Reading, expected: string, came: string): void {
  if (reading.faults.length < faultsMax) reading.faults.push({ path: reading.path.join('/'), expected, came })
}
