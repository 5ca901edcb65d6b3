/** Messages to Folkeregisteret about a death, between XML and what they mean. */
import { prefixesOf } from '../xml/prefixes.ts'
import type { XmlNode } from '../xml/node.ts'
import { decode } from '../xml/schema-decode.ts'
import { encoderOf } from '../xml/schema-encode.ts'
import type { Fault } from '../xml/schema-fault.ts'
import {
  annulleringNamespace,
  dodsfallNamespace,
  meldingOmAnnullering,
  type MeldingOmAnnullering,
  meldingOmDodsfall,
  type MeldingOmDodsfall
} from './schema.ts'

export type Dodsfallsmelding =
  | { readonly type: 'dodsfall'; readonly melding: MeldingOmDodsfall }
  | { readonly type: 'annullering'; readonly melding: MeldingOmAnnullering }

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const roots = { dodsfall: 'meldingOmDoedsfall', annullering: 'meldingOmAnnulleringAvDoedsfall' } as const
const schemas = { dodsfall: meldingOmDodsfall(), annullering: meldingOmAnnullering() } as const
const writeDodsfall = encoderOf(
  schemas.dodsfall,
  dodsfallNamespace,
  roots.dodsfall,
  prefixesOf(schemas.dodsfall, dodsfallNamespace)
)
const writeAnnullering = encoderOf(
  schemas.annullering,
  annulleringNamespace,
  roots.annullering,
  prefixesOf(schemas.annullering, annulleringNamespace)
)

/** XML text with a declaration, valid by the official schema. */
export function encodeDodsfall(told: Dodsfallsmelding): string {
  return declaration + (told.type === 'dodsfall' ? writeDodsfall(told.melding) : writeAnnullering(told.melding))
}

/** What an element tells, or what is wrong with it by the schema. */
export function decodeDodsfall(root: XmlNode): Dodsfallsmelding | { readonly faults: readonly Fault[] } {
  if (root.name === roots.dodsfall && root.namespace === dodsfallNamespace) {
    const outcome = decode(schemas.dodsfall, root)
    return outcome.type === 'faults' ? outcome : { type: 'dodsfall', melding: outcome.value }
  }
  if (root.name === roots.annullering && root.namespace === annulleringNamespace) {
    const outcome = decode(schemas.annullering, root)
    return outcome.type === 'faults' ? outcome : { type: 'annullering', melding: outcome.value }
  }
  const expected = `${roots.dodsfall} in ${dodsfallNamespace} or ${roots.annullering} in ${annulleringNamespace}`
  const came = `${root.name.slice(0, 64)} in ${root.namespace.slice(0, 128) || 'no namespace'}`
  return { faults: [{ path: '', expected, came }] }
}
