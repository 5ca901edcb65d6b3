/** Parts of e-resept that travel in base64 inside a message: one element each, as XML with its declaration left out. */
import type { XmlNode } from '../xml/node.ts'
import { gate } from '../xml/gate.ts'
import { isNotWellFormed } from '../xml/not-well-formed.ts'
import { prefixesOf } from '../xml/prefixes.ts'
import type { Fault } from '../xml/schema-fault.ts'
import { decode } from '../xml/schema-decode.ts'
import { encoderOf } from '../xml/schema-encode.ts'
import type { Infer, Schema } from '../xml/schema.ts'
import { SKO } from './nedlasting.ts'
import { Forskrivning, ReseptDokLegemiddel } from './resept.ts'
import { Utlevering } from './utleveringsrapport.ts'

/** In ForskrivningB64 of M2, ReseptDokLegemiddelB64 of M25, UtleveringB64 of M25.3, and the attachment SKO of M9.4. */
const schemas = { Forskrivning, ReseptDokLegemiddel, Utlevering, SKO }
export type PartName = keyof typeof schemas
export type PartOf<P extends PartName> = Infer<(typeof schemas)[P]>

/** @returns the part as base64. */
export function encodePart<P extends PartName>(name: P, content: PartOf<P>): string {
  return Buffer.from(encoderFor(name)(content)).toString('base64')
}

/** The part that base64 holds, or what is wrong; it has passed no door yet, so it is read as strictly as there. */
export function decodePart<P extends PartName>(
  name: P,
  base64: string
):
  | { readonly type: 'content'; readonly content: PartOf<P> }
  | { readonly type: 'faults'; readonly faults: readonly Fault[] } {
  const root = gate(Buffer.from(base64, 'base64'))
  if (isNotWellFormed(root)) return fault(name, 'no well-formed XML')
  if (root.name !== name || root.namespace !== namespaceOf(name)) return fault(name, 'another element')
  const outcome = decode<Schema>(schemas[name], root)
  // The rim: the value was decoded by the schema that its type is inferred from.
  return outcome.type === 'value' ? { type: 'content', content: outcome.value as PartOf<P> } : outcome
}

const fault = (expected: PartName, came: string) => ({
  type: 'faults' as const,
  faults: [{ path: '', expected, came }]
})

const encoders = new Map<PartName, (content: unknown) => string>()

function encoderFor(name: PartName): (content: unknown) => string {
  const schema: Schema = schemas[name]
  const namespace = namespaceOf(name)
  const ready = encoders.get(name) ?? encoderOf(schema, namespace, name, prefixesOf(schema, namespace))
  encoders.set(name, ready)
  return ready
}

function namespaceOf(name: PartName): XmlNode['namespace'] {
  const schema: Schema = schemas[name]
  return schema.kind === 'complex' ? schema.namespace : ''
}
