/** From a value to XML text, by JavaScript that a wire schema is compiled to once. */
import { compileWrite, type Write } from './encode-source.ts'
import { escapeAttribute } from './escape.ts'
import type { Infer, Schema } from './schema.ts'
import type { Prefixes } from './tag.ts'
import { tagOf } from './tag.ts'

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
  const tag = tagOf(namespace, name, prefixes)
  return (value) => {
    write ??= compileWrite(schema, { namespace, name }, prefixes)
    return write('', value, `<${tag}${declared}`, `</${tag}>`)
  }
}

function declarationsOf(prefixes: Prefixes): string {
  return [...prefixes].map(([uri, prefix]) => ` xmlns${prefix && `:${prefix}`}="${escapeAttribute(uri)}"`).join('')
}
