/** The prefixes that a document of ours declares: one per namespace that its schema can reach. */
import type { ComplexShape, NamedField, Schema } from './schema.ts'
import { namespaceOf } from './schema.ts'
import type { Prefixes } from './tag.ts'

const wellKnown: readonly (readonly [RegExp, string])[] = [
  [/\/felleskomponent1$/, 'fk1'],
  [/\/po\/poKomponent\//, 'po'],
  [/\/epj\/(epj[123])\//, '$1'],
  [/\/epj\/meta\//, 'm1'],
  [/xmldsig#$/, 'ds']
]

/** The root's namespace is the default one. */
export function prefixesOf(schema: Schema, rootNamespace: string): Prefixes {
  const found = new Set<string>([rootNamespace])
  collect(schema, found, new Set())
  return new Map([...found].map((uri, index) => [uri, uri === rootNamespace ? '' : prefixFor(uri, index)]))
}

function collect(schema: Schema, found: Set<string>, seen: Set<object>): void {
  if (schema.kind !== 'complex' || seen.has(schema)) return
  seen.add(schema)
  for (const field of schema.fields()) collectField(schema, field, found, seen)
}

function collectField(parent: ComplexShape, field: NamedField, found: Set<string>, seen: Set<object>): void {
  switch (field.place) {
    case 'attribute': {
      const namespace = /^\{(.*)\}/.exec(field.name ?? '')?.[1]
      if (namespace !== undefined) found.add(namespace)
      return
    }
    case 'element':
      found.add(namespaceOf(parent, field.schema))
      collect(field.schema, found, seen)
      return
    case 'entries':
      for (const one of field.alternatives) collectField(parent, one, found, seen)
  }
}

function prefixFor(uri: string, index: number): string {
  for (const [pattern, prefix] of wellKnown) {
    const hit = pattern.exec(uri)
    if (hit !== null) return prefix === '$1' ? (hit[1] ?? `n${index}`) : prefix
  }
  return `n${index}`
}
