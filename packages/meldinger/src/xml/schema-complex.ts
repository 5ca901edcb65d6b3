/** Elements with elements in them: a sequence in the XSD's order, where each child finds its slot. */
import { isSpace } from './lexical.ts'
import type { XmlNode } from './node.ts'
import type { Attributes } from './schema-attributes.ts'
import { attributesOf, isAttribute, nameOf, readAttributes } from './schema-attributes.ts'
import type { Read } from './schema-decode.ts'
import type { Reading } from './schema-fault.ts'
import { fault, shortName } from './schema-fault.ts'
import type { ComplexShape, NamedField, Schema } from './schema.ts'
import { namespaceOf } from './schema.ts'

/** A name that may stand in the sequence. A repeated choice has a slot for each of its alternatives, all of one rank. */
type Slot = {
  readonly name: string
  readonly namespace: string
  /** Place in the sequence: no child may come after one of a higher rank. */
  readonly rank: number
  /** The first slot of this rank: where the search for the next child begins. */
  readonly from: number
  readonly field: NamedField
  readonly schema: Schema
  /** Compiled when the first such child comes, since types may hold themselves. */
  read: Read | undefined
}
type Plan = { readonly slots: Slot[]; readonly attributes: Attributes; readonly required: readonly NamedField[] }

export function compileComplex(shape: ComplexShape, readerOf: (schema: Schema) => Read): Read {
  let plan: Plan | undefined
  return (node, reading) => {
    plan ??= planOf(shape)
    const value: Record<string, unknown> = {}
    if (node.attributes !== undefined) readAttributes(node.attributes, plan.attributes, value, reading)
    readChildren(node, plan.slots, value, reading, readerOf)
    for (const field of plan.required) if (value[field.key] === undefined) reportMissing(field, node, reading)
    const expected = shape.check?.((key) => value[key] !== undefined, value)
    if (expected !== undefined) fault(reading, expected, Object.keys(value).join(', ') || 'nothing')
    return value
  }
}

function planOf(shape: ComplexShape): Plan {
  const fields = shape.fields().filter((field) => field.occurs !== 'absent')
  const slots: Slot[] = []
  for (const [rank, field] of fields.entries()) slots.push(...slotsOf(shape, field, field, rank, slots.length))
  const required = fields.filter(({ occurs }) => occurs !== 'optional' && occurs !== 'many')
  return { slots, attributes: attributesOf(fields), required }
}

function slotsOf(shape: ComplexShape, named: NamedField, field: NamedField, rank: number, from: number): Slot[] {
  switch (named.place) {
    case 'attribute':
      return []
    case 'element': {
      const { key: name, schema } = named
      return [{ name, namespace: namespaceOf(shape, schema), rank, from, field, schema, read: undefined }]
    }
    case 'entries':
      return named.alternatives.flatMap((one) => slotsOf(shape, one, field, rank, from))
  }
}

function readChildren(
  node: XmlNode,
  slots: readonly Slot[],
  value: Record<string, unknown>,
  reading: Reading,
  readerOf: (schema: Schema) => Read
): void {
  let at = 0
  for (const child of node.children) {
    if (typeof child === 'string') {
      if (!isSpace(child)) fault(reading, 'elements only', `a text of ${child.length} characters`)
      continue
    }
    const slot = slotFor(slots, child, at)
    if (slot === undefined) {
      const isKnown = slotFor(slots, child, 0) !== undefined
      fault(reading, nextOf(slots, at), `${shortName(child.name)}${isKnown ? ' out of order' : ', unknown here'}`)
      continue
    }
    at = slot.from
    slot.read ??= readerOf(slot.schema)
    reading.path.push(slot.name)
    put(value, slot, slot.read(child, reading), reading)
    reading.path.pop()
  }
}

function slotFor(slots: readonly Slot[], child: XmlNode, from: number): Slot | undefined {
  for (let index = from; index < slots.length; index++) {
    const slot = slots[index]
    if (slot?.name === child.name && slot.namespace === child.namespace) return slot
  }
  return undefined
}

function put(value: Record<string, unknown>, { field, name }: Slot, read: unknown, reading: Reading): void {
  const before = value[field.key]
  switch (field.occurs) {
    case 'many':
    case 'some':
      if (Array.isArray(before)) before.push(read)
      else value[field.key] = [read]
      return
    case 'entries':
      if (Array.isArray(before)) before.push({ [name]: read })
      else value[field.key] = [{ [name]: read }]
      return
    case 'one':
    case 'optional':
    case 'fixed':
    case 'absent':
      if (before === undefined) value[field.key] = read
      else fault(reading, 'one', 'one more')
  }
}

function reportMissing(field: NamedField, node: XmlNode, reading: Reading): void {
  if (!isAttribute(field)) return fault(reading, field.key, 'nothing')
  // A fixed attribute is no part of the value: whether it was there is seen on the element alone.
  const isThere = field.occurs === 'fixed' && node.attributes?.[nameOf(field)] !== undefined
  if (!isThere) fault(reading, `@${field.key}`, 'nothing')
}

function nextOf(slots: readonly Slot[], at: number): string {
  const next = slots.slice(at, at + 3).map(({ name }) => name)
  return next.length === 0 ? 'no element' : `${next.join(' or ')}${slots.length > at + 3 ? ' …' : ''}`
}
