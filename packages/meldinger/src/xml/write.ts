/** Writes a tree as XML text, with the namespaces declared that it needs: what is read back is what was written. */
import assert from 'node:assert/strict'
import { escapeAttribute, escapeText } from './escape.ts'
import type { XmlNode } from './node.ts'
import { isNameWithoutColon } from './reader-characters.ts'
import { XML_NAMESPACE } from './reader-input.ts'
import { whyNotBound } from './reader-namespaces.ts'

/**
 * Serialises an element with all that stands in it. Throws on what XML cannot hold, which is a fault in the code.
 * @param prefixes the prefix of a namespace, '' for the default one; declared on the root. Other namespaces are
 * declared where they stand, as the default one for elements and by a prefix n1, n2 … for attributes.
 * @returns the element, without an XML declaration
 */
export function writeXml(node: XmlNode, prefixes: Readonly<Record<string, string>> = {}): string {
  const scope = new Map([[XML_NAMESPACE, 'xml']])
  // The root may need the default namespace for itself; then what was asked is declared further in.
  const isDefaultTaken = node.namespace !== XML_NAMESPACE && !Object.hasOwn(prefixes, node.namespace)
  let defaultNamespace = ''
  let declarations = ''
  for (const [namespace, prefix] of Object.entries(prefixes)) {
    if (prefix === '' && isDefaultTaken) continue
    if (prefix === '') defaultNamespace = namespace
    else scope.set(namespace, prefix)
    declarations += declaration(namespace, prefix)
  }
  assert(new Set(Object.values(prefixes)).size === Object.keys(prefixes).length, 'one namespace for each prefix')
  return writeElement(node, { scope, defaultNamespace }, declarations)
}

/** What is declared around an element; an element that declares more makes its own. */
type Declared = { readonly scope: ReadonlyMap<string, string>; readonly defaultNamespace: string }

function writeElement(node: XmlNode, around: Declared, declarations: string): string {
  let { defaultNamespace } = around
  let prefix = around.scope.get(node.namespace) ?? ''
  let start = declarations
  if (node.namespace === defaultNamespace) prefix = ''
  else if (prefix === '') {
    start += declaration(node.namespace, '')
    defaultNamespace = node.namespace
  }
  assert(isNameWithoutColon(node.name), 'a name that XML can hold')
  const name = prefix === '' ? node.name : `${prefix}:${node.name}`
  start += writeAttributes(node.attributes, around.scope)
  if (node.children.length === 0) return `<${name}${start}/>`
  const within = defaultNamespace === around.defaultNamespace ? around : { ...around, defaultNamespace }
  let content = ''
  for (const child of node.children) {
    content += typeof child === 'string' ? escapeText(child) : writeElement(child, within, '')
  }
  return `<${name}${start}>${content}</${name}>`
}

function writeAttributes(attributes: XmlNode['attributes'], scope: ReadonlyMap<string, string>): string {
  if (attributes === undefined) return ''
  const own = new Map<string, string>()
  let text = ''
  for (const [key, value] of Object.entries(attributes)) {
    const end = key.startsWith('{') ? key.lastIndexOf('}') : -1
    const local = key.slice(end + 1)
    assert(isNameWithoutColon(local) && key !== 'xmlns', 'a name that XML can hold')
    const namespace = key.slice(1, Math.max(end, 1))
    let prefix = end === -1 ? '' : (scope.get(namespace) ?? own.get(namespace))
    if (prefix === undefined) {
      prefix = freePrefix(scope, own)
      own.set(namespace, prefix)
      text += declaration(namespace, prefix)
    }
    text += ` ${prefix === '' ? '' : `${prefix}:`}${local}="${escapeAttribute(value)}"`
  }
  return text
}

function freePrefix(scope: ReadonlyMap<string, string>, own: ReadonlyMap<string, string>): string {
  const taken = new Set([...scope.values(), ...own.values()])
  for (let number = 1; ; number++) if (!taken.has(`n${number}`)) return `n${number}`
}

function declaration(namespace: string, prefix: string): string {
  const reason = whyNotBound(prefix, namespace)
  assert(reason === undefined, reason)
  assert(prefix === '' || isNameWithoutColon(prefix), 'a prefix that XML can hold')
  return ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`
}
