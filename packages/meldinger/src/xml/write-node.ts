/** Elements that are kept as they came, as XML text again. */
import { escapeAttribute, escapeText } from './escape.ts'
import type { XmlNode } from './node.ts'
import type { AnyContent } from './schema.ts'

/** XML text of an element kept as it came; `scope` is the default namespace around it. */
export function writeNode(node: XmlNode, scope: string): string {
  const open = `<${node.name}${node.namespace === scope ? '' : ` xmlns="${escapeAttribute(node.namespace)}"`}`
  return closed(`${open}${writeAttributes(node.attributes)}`, writeChildren(node.children, node.namespace), node.name)
}

/** Any content between the tags of an element of ours; `open` is its start tag without the last `>`. */
export function writeAny({ attributes, children }: AnyContent, open: string, tag: string, scope: string): string {
  return closed(open + writeAttributes(attributes), writeChildren(children, scope), tag)
}

function writeChildren(children: readonly (XmlNode | string)[], scope: string): string {
  return children.map((child) => (typeof child === 'string' ? escapeText(child) : writeNode(child, scope))).join('')
}

function writeAttributes(attributes: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(attributes ?? {})
    .map(([name, value], index) => {
      const parts = /^\{(.*)\}(.*)$/.exec(name)
      if (parts === null) return ` ${name}="${escapeAttribute(value)}"`
      if (parts[1] === 'http://www.w3.org/XML/1998/namespace') return ` xml:${parts[2]}="${escapeAttribute(value)}"`
      return ` xmlns:a${index}="${escapeAttribute(parts[1] ?? '')}" a${index}:${parts[2]}="${escapeAttribute(value)}"`
    })
    .join('')
}

function closed(open: string, body: string, tag: string): string {
  return body === '' ? `${open}/>` : `${open}>${body}</${tag}>`
}
