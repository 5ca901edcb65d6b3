/** The encoder of a schema as JavaScript: it appends an element to a text, and throws on what the schema does not have. */
import assert from 'node:assert/strict'
import { escapeAttribute, escapeText } from './escape.ts'
import type { XmlNode } from './node.ts'
import { compileProgram, literal, type Program } from './program.ts'
import { type AttributeField, isAttribute, nameOf } from './schema-attributes.ts'
import type { AnyContent, ComplexShape, NamedField, Schema } from './schema.ts'
import { namespaceOf } from './schema.ts'
import { attributeTagOf, type Prefixes, tagOf } from './tag.ts'
import { writeXml } from './write.ts'

/** Appends to `before`; `open` is the start tag as far as the name and the declarations, `close` the whole end tag. */
export type Write = (before: string, value: unknown, open: string, close: string) => string
type Name = Pick<XmlNode, 'namespace' | 'name'>

export function compileWrite(schema: Schema, root: Name, prefixes: Prefixes): Write {
  const main = (program: Program) =>
    `(out, value, open, close) => ${appended(schema, root, 'value', { program, open: 'open', start: `open + '>'`, close: 'close' })}`
  // The rim: what the program gives is the function that is written below.
  return compileProgram(main, (name, shape, program) => writeWriter(name, shape, { program, prefixes })) as Write
}

type Around = { readonly program: Program; readonly prefixes: Prefixes }
/** Expressions for the two tags; `start` is `open` where no attribute comes. */
type Tags = { readonly program: Program; readonly open: string; readonly start: string; readonly close: string }

/** An expression: `out` with the element after it. */
function appended(schema: Schema, name: Name, value: string, { program, open, start, close }: Tags): string {
  switch (schema.kind) {
    case 'text':
      return `out + (${start} + ${program.use(textOf)}(${value}, ${close}) + ${close})`
    case 'any':
      return `out + ${program.use(anyOf)}(${value}, ${literal(name.name)}, ${literal(name.namespace)}, ${open}, ${close})`
    case 'complex':
      return `${program.functionOf(schema)}(out, ${value}, ${open}, ${close})`
  }
}

function writeWriter(name: string, shape: ComplexShape, around: Around): string {
  const fields = shape.fields().filter(({ occurs }) => occurs !== 'absent')
  const attributes = fields.filter(isAttribute).map((field) => writeAttribute(field, around))
  const elements = fields.filter((field) => !isAttribute(field)).map((field) => writeField(field, shape, around))
  return `function ${name}(before, value, open, close) {
    ${writeCheck(shape, around.program)}
    let out = before + open
    ${attributes.join('\n')}
    ${elements.length === 0 ? `return out + '/>'` : `${writeContent(fields, elements)}`}
  }\n`
}

/** An element without content is written as an empty tag, where none of its fields is sure to be there. */
function writeContent(fields: readonly NamedField[], elements: readonly string[]): string {
  const isSure = fields.some((field) => !isAttribute(field) && isRequired(field))
  const body = elements.join('\n')
  if (isSure) return `out += '>'\n${body}\nreturn out + close`
  return `const head = out; out += '>'\n${body}\nreturn out.length === head.length + 1 ? head + '/>' : out + close`
}

function writeCheck({ check }: ComplexShape, program: Program): string {
  if (check === undefined) return ''
  const isThere = program.use(isHeld)
  const [needs, expected] = [
    program.use(needsExpected),
    `${program.use(check)}((key) => ${isThere}(value[key]), value)`
  ]
  if (check.choice === undefined) return `${needs}(${expected}, close)`
  const { keys, least } = check.choice
  const count = keys.map((key) => `(${isThere}(value[${literal(key)}]) ? 1 : 0)`).join(' + ')
  return `const count = ${count}; if (count > 1 || count < ${least}) ${needs}(${expected}, close)`
}

function writeAttribute(field: AttributeField, { program, prefixes }: Around): string {
  const start = ` ${attributeTagOf(nameOf(field), prefixes)}="`
  if (field.value !== undefined) return `out += ${literal(`${start}${escapeAttribute(field.value)}"`)}`
  const key = literal(field.key)
  const append = `out += ${literal(start)} + ${program.use(attributeOf)}(held, ${key}, close) + '"'`
  const otherwise =
    field.occurs === 'one' ? `else ${program.use(lacks)}(close, ${literal(`the attribute ${field.key}`)})` : ''
  return `{ const held = value[${key}]; if (held !== undefined) ${append}; ${otherwise} }`
}

function writeField(field: NamedField, shape: ComplexShape, around: Around): string {
  if (field.place === 'attribute') return ''
  const { occurs } = field
  const { program } = around
  const key = literal(field.key)
  const [needs, otherwise] = isRequired(field)
    ? [`if (held.length === 0) ${program.use(lacks)}(close, ${key})`, `else ${program.use(lacks)}(close, ${key})`]
    : ['', '']
  const isList = occurs === 'many' || occurs === 'some' || occurs === 'entries'
  const one =
    field.place === 'element'
      ? `out = ${child(field, shape, isList ? 'one' : 'held', around)}`
      : field.alternatives.map((each) => writeAlternative(each, shape, around)).join('\n')
  const all = `if (!Array.isArray(held)) ${program.use(isNoList)}(close, ${key}); ${needs}; for (const one of held) { ${one} }`
  return `{ const held = value[${key}]; if (held !== undefined) { ${isList ? all : one} } ${otherwise} }`
}

function writeAlternative(field: NamedField, shape: ComplexShape, around: Around): string {
  const optional = writeField({ ...field, occurs: 'optional' }, shape, around)
  return `{ const value = one; ${optional} }`
}

function child(
  field: NamedField & { place: 'element' },
  shape: ComplexShape,
  value: string,
  { program, prefixes }: Around
): string {
  const name = { namespace: namespaceOf(shape, field.schema), name: field.key }
  const tag = tagOf(name.namespace, name.name, prefixes)
  const [open, start, close] = [literal(`<${tag}`), literal(`<${tag}>`), literal(`</${tag}>`)]
  return appended(field.schema, name, value, { program, open, start, close })
}

function isRequired({ occurs }: NamedField): boolean {
  return occurs === 'one' || occurs === 'some' || occurs === 'entries'
}

function isHeld(held: unknown): boolean {
  return held !== undefined && !(Array.isArray(held) && held.length === 0)
}

function textOf(held: unknown, close: string): string {
  return typeof held === 'string' ? escapeText(held) : assert.fail(`${tagIn(close)} is a text`)
}

function attributeOf(held: unknown, key: string, close: string): string {
  return typeof held === 'string' ? escapeAttribute(held) : assert.fail(`${tagIn(close)}/@${key} is a text`)
}

function anyOf(held: AnyContent, name: string, namespace: string, open: string, close: string): string {
  const { attributes, children } = held
  const [only] = children
  if (attributes === undefined && children.length === 1 && typeof only === 'string')
    return `${open}>${escapeText(only)}${close}`
  return writeXml({ name, namespace, attributes, children })
}

function lacks(close: string, what: string): never {
  assert.fail(`${tagIn(close)} needs ${what}`)
}

function needsExpected(expected: string | undefined, close: string): void {
  if (expected !== undefined) lacks(close, expected)
}

function isNoList(close: string, key: string): never {
  assert.fail(`${tagIn(close)}/${key} is a list`)
}

function tagIn(close: string): string {
  return close.slice(2, -1)
}
