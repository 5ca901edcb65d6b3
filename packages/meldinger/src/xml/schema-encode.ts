/** From a value to XML text, by closures that a wire schema is compiled to once. */
import assert from 'node:assert/strict'
import { escapeAttribute, escapeText } from './escape.ts'
import type { XmlNode } from './node.ts'
import type { AnyContent, ComplexShape, Field, Infer, NamedField, Schema } from './schema.ts'
import { namespaceOf } from './schema.ts'
import { writeXml } from './write.ts'

/** Prefixes by namespace; '' is the default namespace. Every namespace the schema can reach is in it. */
export type Prefixes = ReadonlyMap<string, string>
type Write = (value: unknown) => string

/**
 * An encoder of one element, compiled on the first value. It declares all of `prefixes`, as a root does, unless `declared` says
 * otherwise: '' for an element inside a document that declares them. Its result is valid by the schema
 * but for lexical forms: it throws on a value that lacks what is required, since that is a fault in the code that made it.
 */
export function encoderOf<S extends Schema>(
  schema: S,
  namespace: string,
  name: string,
  prefixes: Prefixes,
  declared: string = declarationsOf(prefixes)
): (value: Infer<S>) => string {
  let write: Write | undefined
  return (value) => {
    write ??= compile(schema, { namespace, name }, declared, prefixes)
    return write(value)
  }
}

function declarationsOf(prefixes: Prefixes): string {
  return [...prefixes].map(([uri, prefix]) => ` xmlns${prefix && `:${prefix}`}="${escapeAttribute(uri)}"`).join('')
}

type Name = Pick<XmlNode, 'namespace' | 'name'>

function compile(schema: Schema, name: Name, declared: string, prefixes: Prefixes): Write {
  const tag = tagOf(name, prefixes)
  switch (schema.kind) {
    case 'text':
      return compileText(tag, declared)
    case 'any':
      return compileAny(name, tag, declared)
    case 'complex':
      return compileComplex(schema, tag, declared, prefixes)
  }
}

function compileText(tag: string, declared: string): Write {
  const [open, close] = [`<${tag}${declared}>`, `</${tag}>`]
  return (value) => {
    assert(typeof value === 'string', `${tag} is a text`)
    return open + escapeText(value) + close
  }
}

function compileAny(name: Name, tag: string, declared: string): Write {
  const [open, close] = [`<${tag}${declared}>`, `</${tag}>`]
  return (value) => {
    // The rim: the schema's inferred type says that this is what stands here.
    const { attributes, children } = value as AnyContent
    const [only] = children
    if (attributes === undefined && children.length === 1 && typeof only === 'string')
      return open + escapeText(only) + close
    return writeXml({ ...name, attributes, children })
  }
}

function compileComplex(shape: ComplexShape, tag: string, declared: string, prefixes: Prefixes): Write {
  let attributes: Write[] | undefined
  let elements: Write[] = []
  const start = `<${tag}${declared}`
  const end = `</${tag}>`
  return (value) => {
    if (attributes === undefined) {
      const fields = shape.fields().filter((field) => field.occurs !== 'absent')
      attributes = fields.flatMap((field) => compileAttribute(field, tag, prefixes))
      elements = fields.flatMap((field) => compileField(field, tag, shape, prefixes))
    }
    const expected = shape.check?.((key) => isThere(valueAt(value, key)))
    assert(expected === undefined, `${tag} needs ${expected}`)
    let open = start
    for (const write of attributes) open += write(value)
    let body = ''
    for (const write of elements) body += write(value)
    return body === '' ? `${open}/>` : `${open}>${body}${end}`
  }
}

function compileAttribute(field: NamedField, tag: string, prefixes: Prefixes): Write[] {
  if (field.place !== 'attribute') return []
  const name = attributeName(field.name ?? field.key, prefixes)
  if (field.value !== undefined) {
    const whole = ` ${name}="${escapeAttribute(field.value)}"`
    return [() => whole]
  }
  const { key, occurs } = field
  const write: Write = (value) => {
    const text = valueAt(value, key)
    if (text === undefined) {
      assert(occurs !== 'one', `${tag} needs the attribute ${key}`)
      return ''
    }
    assert(typeof text === 'string', `${tag}/@${key} is a text`)
    return ` ${name}="${escapeAttribute(text)}"`
  }
  return [write]
}

function compileField(field: NamedField, tag: string, shape: ComplexShape, prefixes: Prefixes): Write[] {
  if (field.place === 'attribute') return []
  const { key, occurs } = field
  const write = field.place === 'element' ? compileChild(field, shape, prefixes) : compileEntry(field, shape, prefixes)
  const isList = occurs === 'many' || occurs === 'some' || occurs === 'entries'
  const isRequired = occurs === 'one' || occurs === 'some' || occurs === 'entries'
  const writeField: Write = (value) => {
    const held = valueAt(value, key)
    if (held === undefined) {
      assert(!isRequired, `${tag} needs ${key}`)
      return ''
    }
    if (!isList) return write(held)
    assert(Array.isArray(held), `${tag}/${key} is a list`)
    assert(!isRequired || held.length > 0, `${tag} needs ${key}`)
    let all = ''
    for (const one of held) all += write(one)
    return all
  }
  return [writeField]
}

function compileChild(field: NamedField & { place: 'element' }, shape: ComplexShape, prefixes: Prefixes): Write {
  return compile(field.schema, { namespace: namespaceOf(shape, field.schema), name: field.key }, '', prefixes)
}

function compileEntry(field: Field & { place: 'entries' }, shape: ComplexShape, prefixes: Prefixes): Write {
  const alternatives = field.alternatives.flatMap((one) =>
    compileField({ ...one, occurs: 'optional' }, '', shape, prefixes)
  )
  return (value) => {
    let found = ''
    for (const write of alternatives) found += write(value)
    return found
  }
}

function tagOf({ namespace, name }: Name, prefixes: Prefixes): string {
  const prefix = prefixes.get(namespace)
  assert(prefix !== undefined, `a prefix for ${namespace}`)
  return prefix === '' ? name : `${prefix}:${name}`
}

function attributeName(name: string, prefixes: Prefixes): string {
  const parts = /^\{(.*)\}(.*)$/.exec(name)
  return parts === null ? name : tagOf({ namespace: parts[1] ?? '', name: parts[2] ?? '' }, prefixes)
}

function isThere(held: unknown): boolean {
  return held !== undefined && !(Array.isArray(held) && held.length === 0)
}

function valueAt(value: unknown, key: string): unknown {
  // The rim: a complex value is an object whose keys the schema names.
  return (value as Readonly<Record<string, unknown>>)[key]
}
