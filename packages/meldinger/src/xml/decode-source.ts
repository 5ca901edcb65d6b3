/** The quick decoder of a schema as JavaScript: the value of an element without a fault, undefined for any other. */
import { isSpace, type Lexical, text } from './lexical.ts'
import type { XmlNode } from './node.ts'
import { compileProgram, literal, type Program } from './program.ts'
import { type AttributeField, isAttribute, isOfSchemaInstance, nameOf } from './schema-attributes.ts'
import { readAny } from './schema-any.ts'
import type { ComplexShape, NamedField, Schema } from './schema.ts'
import { namespaceOf } from './schema.ts'

/** It says nothing of what is wrong: that is for the exact decoder, which reads the same element again. */
export type QuickRead = (node: XmlNode) => unknown

export function compileQuickRead(schema: Schema): QuickRead {
  // The rim: what the program gives is the function that is written below.
  return compileProgram((program) => `(node) => ${readOf(schema, 'node', program)}`, writeReader) as QuickRead
}

function readOf(schema: Schema, node: string, program: Program): string {
  switch (schema.kind) {
    case 'text':
      return schema.lexical === text
        ? `${program.use(textIn)}(${node})`
        : `${program.use(checkedTextIn)}(${node}, ${program.use(schema.lexical)})`
    case 'any':
      return `${program.use(schema.isElementsOnly ? elementsIn : readAny)}(${node})`
    case 'complex':
      return `${program.functionOf(schema)}(${node})`
  }
}

/** One pass over the sequence: each child is the next field that may stand here, or the element is for the exact decoder. */
function writeReader(name: string, shape: ComplexShape, program: Program): string {
  const fields = shape.fields().filter(({ occurs }) => occurs !== 'absent')
  const locals = fields.map((_, index) => `f${index}`)
  const held = fields.flatMap((field, index) => (field.occurs === 'fixed' ? [] : [`${literal(field.key)}: f${index}`]))
  const attributes = fields.flatMap((field, index) => (isAttribute(field) ? [{ field, local: `f${index}` }] : []))
  return `function ${name}({ attributes, children }) {
    ${locals.length > 0 ? `let ${locals.join(', ')}` : ''}
    ${writeAttributes(attributes, program)}
    const end = children.length
    let at = ${program.use(elementFrom)}(children, 0)
    let child = at < end ? children[at] : ${program.use(noElement)}
    ${fields.map((field, index) => writeElement(shape, field, `f${index}`, program)).join('\n')}
    if (at !== end) return undefined
    const value = { ${held.join(', ')} }
    ${writeCheck(shape, program)}
    return value
  }\n`
}

function writeAttributes(attributes: { field: AttributeField; local: string }[], program: Program): string {
  const cases = attributes.map(({ field, local }) => {
    const accepts =
      field.lexical === text ? '' : `if (!${program.use(field.lexical)}.accepts(${local})) return undefined; `
    const name = literal(nameOf(field))
    return `case ${name}: ${local} = attributes[${name}]; ${accepts}break`
  })
  const required = attributes.filter(({ field }) => field.occurs !== 'optional')
  return `if (attributes !== undefined) for (const name in attributes) switch (name) {
      ${cases.join('\n')}
      default: if (!${program.use(isOfSchemaInstance)}(name)) return undefined
    }
    ${required.map(({ local }) => `if (${local} === undefined) return undefined`).join('\n')}`
}

function writeElement(shape: ComplexShape, field: NamedField, local: string, program: Program): string {
  const next = `at = ${program.use(elementFrom)}(children, at + 1); child = at < end ? children[at] : ${program.use(noElement)}`
  const missing = field.occurs === 'optional' || field.occurs === 'many' ? '' : 'else return undefined'
  if (field.place === 'attribute') return ''
  if (field.place === 'entries') return writeEntries(shape, alternativesOf(field), local, next, program)
  const is = isChild(shape, field, program)
  const read = `const read = ${readOf(field.schema, 'child', program)}; if (read === undefined) return undefined; ${next}`
  return field.occurs === 'many' || field.occurs === 'some'
    ? `if (${is}) { ${local} = []; do { ${read}; ${local}.push(read) } while (${is}) } ${missing}`
    : `if (${is}) { ${read}; ${local} = read } ${missing}`
}

type ElementField = NamedField & { readonly place: 'element' }

function alternativesOf(field: NamedField): readonly ElementField[] {
  if (field.place === 'attribute') return []
  return field.place === 'element' ? [field] : field.alternatives.flatMap(alternativesOf)
}

function writeEntries(
  shape: ComplexShape,
  alternatives: readonly ElementField[],
  local: string,
  next: string,
  program: Program
): string {
  const branches = alternatives.map(
    (one) => `if (${isChild(shape, one, program)}) {
      const read = ${readOf(one.schema, 'child', program)}
      if (read === undefined) return undefined
      ${local}.push({ ${literal(one.key)}: read })
    }`
  )
  return `${local} = []
    for (;;) { ${branches.join(' else ')} else break; ${next} }
    if (${local}.length === 0) return undefined`
}

function isChild(shape: ComplexShape, { key, schema }: ElementField, program: Program): string {
  return `child.name === ${literal(key)} && child.namespace === ${program.use(namespaceOf(shape, schema))}`
}

function writeCheck({ check }: ComplexShape, program: Program): string {
  if (check === undefined) return ''
  if (check.choice === undefined)
    return `if (${program.use(check)}((key) => value[key] !== undefined, value) !== undefined) return undefined`
  const { keys, least } = check.choice
  const count = keys.map((key) => `(value[${literal(key)}] !== undefined ? 1 : 0)`).join(' + ')
  return `const count = ${count}; if (count > 1 || count < ${least}) return undefined`
}

/** Stands where no child is left: no element has this name. */
const noElement: XmlNode = { name: '', namespace: '', attributes: undefined, children: [] }

/** @returns where the next element is; beyond the end where a text comes first. */
function elementFrom(children: XmlNode['children'], from: number): number {
  for (let at = from; at < children.length; at++) {
    const child = children[at]
    if (typeof child !== 'string') return at
    if (!isSpace(child)) return children.length + 1
  }
  return children.length
}

function textIn({ attributes, children }: XmlNode): string | undefined {
  if (attributes !== undefined && !hasNoneOfItsOwn(attributes)) return undefined
  if (children.length === 0) return ''
  const only = children[0]
  return children.length === 1 && typeof only === 'string' ? only : undefined
}

function checkedTextIn(node: XmlNode, lexical: Lexical): string | undefined {
  const held = textIn(node)
  return held !== undefined && lexical.accepts(held) ? held : undefined
}

function elementsIn({ attributes, children }: XmlNode) {
  if (attributes !== undefined && !hasNoneOfItsOwn(attributes)) return undefined
  for (const child of children) if (typeof child === 'string' && !isSpace(child)) return undefined
  return { children }
}

function hasNoneOfItsOwn(attributes: Readonly<Record<string, string>>): boolean {
  for (const name in attributes) if (!isOfSchemaInstance(name)) return false
  return true
}
