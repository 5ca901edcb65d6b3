/** Content that a schema takes as it came. */
import type { XmlNode } from './node.ts'
import { isOfSchemaInstance } from './schema-attributes.ts'
import type { AnyContent } from './schema.ts'

export function readAny({ attributes, children }: XmlNode): AnyContent {
  if (attributes === undefined) return { children }
  const kept = Object.entries(attributes).filter(([name]) => !isOfSchemaInstance(name))
  return { ...(kept.length > 0 && { attributes: Object.fromEntries(kept) }), children }
}
