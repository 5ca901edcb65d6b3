/** The wire schema: one declaration per complex type of an XSD, from which come its type, its decoder and its encoder. */
import type { Lexical } from './lexical.ts'
import type { XmlNode } from './node.ts'

/** A declared type of content; T is the value it stands for, never there at run time. */
export type Schema<T = unknown> = Phantom<T> & Shape
export type Infer<S> = S extends Phantom<infer T> ? T : never

type Phantom<T> = { readonly valueType?: () => T }
export type Shape = TextShape | AnyShape | ComplexShape
export type TextShape = { readonly kind: 'text'; readonly lexical: Lexical }
export type AnyShape = {
  readonly kind: 'any'
  /** Namespace of the element itself, where it is not its parent's. */
  readonly namespace?: string
  /** True where the XSD takes any elements, but no attributes and no text. */
  readonly isElementsOnly?: boolean
}
export type ComplexShape = {
  readonly kind: 'complex'
  /** Namespace of the children. */
  readonly namespace: string
  /** True for a global element: wherever it is referred to, its name stands in its own namespace. */
  readonly isElement: boolean
  /** Where the element's own name stands, when that is neither: see declaredIn(). */
  readonly declaredIn?: string
  /** A thunk, so that a type may hold itself. */
  readonly fields: () => readonly NamedField[]
  /** What the fields alone cannot say, such as a choice; answers what was expected, or undefined when all is well. */
  readonly check?: Check
}
export type Check = ((
  isThere: (key: string) => boolean,
  value: Readonly<Record<string, unknown>>
) => string | undefined) & {
  /** Where it is a choice: among which keys, and whether one must be there. At most one may. */
  readonly choice?: { readonly keys: readonly string[]; readonly least: 0 | 1 }
}

/** xs:anyType and xs:any: kept as it came, xhtml too. */
export type AnyContent = {
  readonly attributes?: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

/** `absent` is an element that this version of the standard does not have; `fixed` an attribute of one value. */
type Occurs = 'one' | 'optional' | 'many' | 'some' | 'absent' | 'entries' | 'fixed'
export type NamedField = Field & { readonly key: string }
export type Field<T = unknown, O extends string = string> = Phantom<T> & {
  readonly typed: O
  readonly occurs: Occurs
} & (
    | { readonly place: 'element'; readonly schema: Schema }
    | { readonly place: 'attribute'; readonly name?: string; readonly lexical: Lexical; readonly value?: string }
    | { readonly place: 'entries'; readonly alternatives: readonly NamedField[] }
  )
export type Fields = Readonly<Record<string, Schema | Field>>

type OptionalKeys<F> = { [K in keyof F]: F[K] extends { typed: 'optional' } ? K : never }[keyof F]
type FixedKeys<F> = { [K in keyof F]: F[K] extends { typed: 'fixed' } ? K : never }[keyof F]
export type ValueOf<F> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F> | FixedKeys<F>>]: Infer<F[K]>
} & { readonly [K in OptionalKeys<F>]?: Infer<F[K]> | undefined } extends infer O
  ? { [K in keyof O]: O[K] }
  : never

/** A leaf: text of a simple type. */
export function leaf(lexical: Lexical): Schema<string> {
  return { kind: 'text', lexical }
}

export const any: Schema<AnyContent> = { kind: 'any' }

/** Any elements, and nothing else. */
export const anyElements: Schema<AnyContent> = { kind: 'any', isElementsOnly: true }

/** A global element of another standard, kept as it came. */
export function anyElement(namespace: string): Schema<AnyContent> {
  return { kind: 'any', namespace }
}

/** A named complex type (`type="x:T"`): the element's own name stands in the namespace of whoever holds it. */
export function complexType<F extends Fields>(namespace: string, fields: F, check?: Check): Schema<ValueOf<F>> {
  return { kind: 'complex', namespace, isElement: false, fields: named(fields), ...(check && { check }) }
}

/** A global element (`ref="x:E"`): its name stands in its own namespace. */
export function element<F extends Fields>(namespace: string, fields: F, check?: Check): Schema<ValueOf<F>> {
  return { kind: 'complex', namespace, isElement: true, fields: named(fields), ...(check && { check }) }
}

/** A local element that a type adds to one of another namespace: its name stands with the type that adds it, its children with their own. */
export function declaredIn<T>(namespace: string, schema: Schema<T>): Schema<T> {
  return schema.kind === 'complex' ? { ...schema, declaredIn: namespace } : schema
}

/** A type that holds itself: its value's type is spelled by hand, its fields are asked for when first needed. */
export function recursive<T>(namespace: string, isElement: boolean, fields: () => Fields, check?: Check): Schema<T> {
  return { kind: 'complex', namespace, isElement, fields: () => named(fields())(), ...(check && { check }) }
}

/** 0..1 */
export function optional<T>(schema: Schema<T>): Field<T, 'optional'> {
  return { place: 'element', typed: 'optional', occurs: 'optional', schema }
}

/** 0..*; a value without any leaves the key out. */
export function many<T>(schema: Schema<T>): Field<readonly T[], 'optional'> {
  return { place: 'element', typed: 'optional', occurs: 'many', schema }
}

/** 1..* */
export function some<T>(schema: Schema<T>): Field<readonly T[], 'one'> {
  return { place: 'element', typed: 'one', occurs: 'some', schema }
}

/** The same element as another version has it: not there at all, or required where the other has it optional. */
export function inThisVersion<T>(field: Field<T, 'optional'>, occurs: 'one' | 'some' | 'absent'): Field<T, 'optional'> {
  return { ...field, occurs }
}

/** A repeated choice: a list of values with one of the keys each, in the order they came. */
export function entries<F extends Fields>(alternatives: F): Field<readonly Partial<ValueOf<F>>[], 'one'> {
  return { place: 'entries', typed: 'one', occurs: 'entries', alternatives: named(alternatives)() }
}

/** An attribute; `name` only where it differs from the key, `{uri}local` for one in a namespace. */
export function attribute(lexical: Lexical, name?: string): Field<string, 'optional'> {
  return { place: 'attribute', typed: 'optional', occurs: 'optional', lexical, ...(name !== undefined && { name }) }
}

export function requiredAttribute(lexical: Lexical, name?: string): Field<string, 'one'> {
  return { place: 'attribute', typed: 'one', occurs: 'one', lexical, ...(name !== undefined && { name }) }
}

/** A required attribute that can hold one value only: written and checked, but not part of the value. */
export function fixedAttribute(value: string, name: string): Field<string, 'fixed'> {
  const lexical = { name: value, accepts: (came: string) => came === value }
  return { place: 'attribute', typed: 'fixed', occurs: 'fixed', lexical, name, value }
}

/** A choice: exactly one of the keys is there. */
export function exactlyOneOf(...keys: readonly string[]): Check {
  return choiceOf(1, keys, `exactly one of ${keys.join(', ')}`)
}

/** An optional choice. */
export function atMostOneOf(...keys: readonly string[]): Check {
  return choiceOf(0, keys, `at most one of ${keys.join(', ')}`)
}

/** Where the name of a child stands: a global element's in its own namespace, a local one's in its parent's. */
export function namespaceOf(parent: ComplexShape, child: Schema): string {
  if (child.kind === 'any') return child.namespace ?? parent.namespace
  if (child.kind !== 'complex') return parent.namespace
  return child.declaredIn ?? (child.isElement ? child.namespace : parent.namespace)
}

function named(fields: Fields): () => readonly NamedField[] {
  const list: NamedField[] = Object.entries(fields).map(([key, field]) =>
    'place' in field ? { ...field, key } : { place: 'element', typed: 'one', occurs: 'one', schema: field, key }
  )
  return () => list
}

function choiceOf(least: 0 | 1, keys: readonly string[], expected: string): Check {
  const check = (isThere: (key: string) => boolean) => {
    const count = keys.filter(isThere).length
    return count <= 1 && count >= least ? undefined : expected
  }
  return Object.assign(check, { choice: { keys, least } })
}
