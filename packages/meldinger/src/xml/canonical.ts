/** An element in a form that two documents of the same meaning share: for tests. */
import { isSpace } from './lexical.ts'
import type { XmlNode } from './node.ts'

export type Canonical = readonly [
  name: string,
  attributes: readonly string[],
  children: readonly (Canonical | string)[]
]

/** Names resolved, attributes sorted, no xsi attributes, no white space between elements, none around text. */
export function canonical(node: XmlNode): Canonical {
  const attributes = Object.entries(node.attributes ?? {})
    .filter(([name]) => !name.startsWith('{http://www.w3.org/2001/XMLSchema-instance}'))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  const children = node.children
    .filter((child) => typeof child !== 'string' || !isSpace(child))
    .map((child) => (typeof child === 'string' ? child.trim() : canonical(child)))
  return [`{${node.namespace}}${node.name}`, attributes, children]
}
