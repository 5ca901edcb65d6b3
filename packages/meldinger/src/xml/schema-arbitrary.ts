/** Values of any wire schema, made at random for property tests. */
import fc from 'fast-check'
import { isWholeOrNothing } from '../felles/checks.ts'
import type { Lexical } from './lexical.ts'
import type { AnyContent, Check, NamedField, Schema } from './schema.ts'

/** What XML can hold and a reader gives back unchanged: no control characters, and never white space alone. */
const words = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ''))
  .map((text) => (text.trim() === '' ? 'Æ<&>"]]>' : text))

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const dates = day.map((one) => one.toISOString().slice(0, 10))
const dateTimes = fc
  .tuple(day, fc.constantFrom('', 'Z', '+01:00'))
  .map(([one, zone]) => `${one.toISOString().slice(0, 19)}${zone}`)
const numbers = fc.integer({ min: -10_000, max: 10_000 }).map(String)
const byName: Readonly<Record<string, fc.Arbitrary<string>>> = {
  text: words,
  anyURI: fc.constantFrom('tel:73555555', 'mailto:post@example.no', 'https://example.no/a?b=c'),
  date: dates,
  dateTime: dateTimes,
  time: dateTimes.map((dateTime) => dateTime.slice(11)),
  duration: fc.constantFrom('P1Y', 'P10D', 'PT30M', 'P1Y2M3DT4H5M6.7S'),
  NCName: fc.constantFrom('ID_4F6A', '_x', 'Ås-1.2'),
  gYear: dates.map((date) => date.slice(0, 4)),
  gMonth: fc.constantFrom('--01', '--12'),
  gDay: fc.constantFrom('---01', '---31'),
  boolean: fc.constantFrom('true', 'false', '1', '0'),
  integer: numbers,
  decimal: numbers.map((number) => `${number}.5`),
  double: numbers.map((number) => `${number}e-2`),
  oid: fc.array(fc.nat(99), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('.')),
  base64Binary: fc.base64String({ maxLength: 40 })
}

/** Values of a schema, made so that its check takes them. */
export function valuesOf<T>(schema: Schema<T>, depth = 0): fc.Arbitrary<T> {
  // The rim: the schema that the value is made by is the one its type is inferred from.
  return valuesOfShape(schema, depth) as fc.Arbitrary<T>
}

function valuesOfShape(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  switch (schema.kind) {
    case 'text':
      return textsOf(schema.lexical)
    case 'any':
      if (schema.isElementsOnly) return fc.constant({ children: [] })
      return schema.namespace === undefined ? mixed : fc.constant(undefined)
    case 'complex': {
      const fields = schema.fields().filter(({ occurs }) => occurs !== 'absent' && occurs !== 'fixed')
      const { check } = schema
      if (isWholeOrNothing(check)) {
        const { required, choice } = check.whole
        const whole = withOneOf(choice, required, fields, depth)
        return depth > 3 ? fc.constant({}) : fc.oneof(fc.constant({}), whole)
      }
      if (check === undefined) return recordOf(fields, depth)
      if (check.choice === undefined) return madeBy(check, fields, depth)
      const { keys, least } = check.choice
      const chosen = withOneOf(keys, [], fields, depth)
      const none = recordOf(
        fields.filter(({ key }) => !keys.includes(key)),
        depth
      )
      return least === 0 ? fc.oneof(none, chosen) : chosen
    }
  }
}

/** What another check takes: optional parts are left out until it does. */
function madeBy(check: Check, fields: readonly NamedField[], depth: number): fc.Arbitrary<Record<string, unknown>> {
  const optionalKeys = fields.filter(({ typed }) => typed === 'optional').map(({ key }) => key)
  return recordOf(fields, depth)
    .chain((value) => fc.shuffledSubarray(optionalKeys).map((keys) => without(value, keys, check)))
    .filter((value) => check((key) => value[key] !== undefined, value) === undefined)
}

/** One of the choice, where this version has it, all that is required, and of the rest what chance gives. */
function withOneOf(
  choice: readonly string[],
  required: readonly string[],
  fields: readonly NamedField[],
  depth: number
): fc.Arbitrary<Record<string, unknown>> {
  const there = choice.filter((key) => fields.some((field) => field.key === key))
  const one = there.length === 0 ? fc.constant(undefined) : fc.constantFrom(...there)
  return one.chain((chosen) => {
    const its = fields.filter(({ key }) => key === chosen || !choice.includes(key))
    const isSure = ({ key }: NamedField) => key === chosen || required.includes(key)
    return recordOf(
      its.map((field) => (isSure(field) ? { ...field, occurs: field.occurs === 'many' ? 'some' : 'one' } : field)),
      depth
    )
  })
}

function recordOf(fields: readonly NamedField[], depth: number): fc.Arbitrary<Record<string, unknown>> {
  const isShallow = depth > 5
  const parts: [string, fc.Arbitrary<unknown>][] = fields.map((field) => [
    field.key,
    partOf(field, depth + 1, isShallow)
  ])
  return fc
    .record(Object.fromEntries(parts))
    .map((value) => Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)))
}

function partOf(field: NamedField, depth: number, isShallow: boolean): fc.Arbitrary<unknown> {
  const one = onePartOf(field, depth)
  switch (field.occurs) {
    case 'one':
    case 'fixed':
      return one
    case 'optional':
      return isShallow ? fc.constant(undefined) : fc.option(one, { nil: undefined, freq: 2 })
    case 'many':
      return isShallow
        ? fc.constant(undefined)
        : fc.option(fc.array(one, { minLength: 1, maxLength: 2 }), { nil: undefined })
    case 'some':
    case 'entries':
      return fc.array(one, { minLength: 1, maxLength: 2 })
    case 'absent':
      return fc.constant(undefined)
  }
}

function onePartOf(field: NamedField, depth: number): fc.Arbitrary<unknown> {
  switch (field.place) {
    case 'attribute':
      return textsOf(field.lexical)
    case 'element':
      return fc.constant(undefined).chain(() => valuesOfShape(field.schema, depth))
    case 'entries':
      return fc.oneof(...field.alternatives.map((one) => onePartOf(one, depth).map((value) => ({ [one.key]: value }))))
  }
}

function textsOf({ name, accepts }: Lexical): fc.Arbitrary<string> {
  const known = byName[name] ?? fc.constantFrom(...name.split(' or '), '2026-01-02', '2026-01-02T03:04:05')
  return known.filter(accepts)
}

function without(value: Record<string, unknown>, keys: readonly string[], check: Check): Record<string, unknown> {
  const kept = { ...value }
  for (const key of keys) {
    if (check((one) => kept[one] !== undefined, kept) === undefined) break
    delete kept[key]
  }
  return kept
}

const xhtml = 'http://www.w3.org/1999/xhtml'
const mixed: fc.Arbitrary<AnyContent> = fc.oneof(
  words.map((text) => ({ children: [text] })),
  words.map((text) => ({
    children: [{ name: 'div', namespace: xhtml, attributes: { class: text }, children: [text] }]
  }))
)
