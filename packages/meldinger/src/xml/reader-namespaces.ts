/** Prefixes and what they stand for (Namespaces in XML 1.0), a little stricter where parsers differ. */
import { fail, failLimit, type Input, XML_NAMESPACE } from './reader-input.ts'
import { xmlLimits } from './reader-limits.ts'
import { once } from './reader-names.ts'

const XMLNS_NAMESPACE = 'http://www.w3.org/2000/xmlns/'

/** Binds a prefix ('' for the default namespace) within the element whose tag is being read.
 * @param boundBefore how many were bound before this element */
export function bind(input: Input, prefix: string, value: string, boundBefore: number): void {
  const reason = whyNotBound(prefix, value)
  if (reason !== undefined) return fail(input, reason)
  for (let i = boundBefore; i < input.bound; i++) {
    if (input.prefixes[i] === prefix) return fail(input, 'expected a prefix to be bound once in a tag')
  }
  // The one that is always there, xml, does not count.
  if (input.bound > xmlLimits.namespacesMax) return failLimit(input, 'more namespaces in force than we take')
  input.prefixes[input.bound] = prefix
  input.uris[input.bound] = keep(value)
  input.bound++
}

/** @returns why the declaration cannot stand, or undefined. */
export function whyNotBound(prefix: string, uri: string): string | undefined {
  if (prefix === 'xmlns' || uri === XMLNS_NAMESPACE) return 'xmlns cannot be bound'
  if ((prefix === 'xml') !== (uri === XML_NAMESPACE)) return 'xml and its namespace can only be bound to each other'
  if (prefix !== '' && uri === '') return 'a prefix cannot be unbound in XML 1.0'
  // Some parsers trim it and others do not, so that they would read different names from the same bytes.
  if (uri.trim() !== uri) return 'expected a namespace without white space around it'
  return undefined
}

/** @returns the namespace, '' for none, or undefined when the prefix is not bound. */
export function namespaceOf(input: Input, prefix: string): string | undefined {
  for (let i = input.bound - 1; i >= 0; i--) if (input.prefixes[i] === prefix) return input.uris[i]
  return prefix === '' ? '' : undefined
}

const KEPT_MAX = 512
const kept = new Map<string, string>()

/** Namespaces are few and stand in every document: one string for each makes them quick to compare. */
function keep(uri: string): string {
  const known = kept.get(uri)
  if (known !== undefined) return known
  if (kept.size >= KEPT_MAX || uri.length > 256) return uri
  const own = once(uri)
  kept.set(own, own)
  return own
}
