/** Attributes by their declarations. */
import type { Reading } from './schema-fault.ts'
import { fault, shortName } from './schema-fault.ts'
import type { NamedField } from './schema.ts'

export type AttributeField = NamedField & { readonly place: 'attribute' }
/** By the name as it stands on an XmlNode. */
export type Attributes = ReadonlyMap<string, AttributeField>

/** Puts the attributes that came into `value`; undefined stands for an element that has none. */
export function readAttributes(
  came: Readonly<Record<string, string>>,
  declared: Attributes | undefined,
  value: Record<string, unknown>,
  reading: Reading
): void {
  for (const name of Object.keys(came)) {
    const field = declared?.get(name)
    const text = came[name] ?? ''
    if (field === undefined) {
      if (!isOfSchemaInstance(name)) fault(reading, 'a known attribute', `@${shortName(name)}`)
      continue
    }
    if (!field.lexical.accepts(text)) fault(reading, `@${field.key} ${field.lexical.name}`, `${text.length} characters`)
    if (field.occurs !== 'fixed') value[field.key] = text
  }
}

export function attributesOf(fields: readonly NamedField[]): Attributes {
  return new Map(fields.filter(isAttribute).map((field) => [nameOf(field), field]))
}

export function isAttribute(field: NamedField): field is AttributeField {
  return field.place === 'attribute'
}

export function nameOf(field: AttributeField): string {
  return field.name ?? field.key
}

/** xsi:schemaLocation and its like tell the reader of XML something, and are no part of what is said. */
export function isOfSchemaInstance(name: string): boolean {
  return name.startsWith('{http://www.w3.org/2001/XMLSchema-instance}')
}
