/** An XML element as it was read: names resolved, order and text kept, nothing coerced. */
export type XmlNode = {
  /** Local name. */
  readonly name: string
  /** Namespace URI, '' for none. */
  readonly namespace: string
  /** Unprefixed attributes by local name, prefixed ones by `{uri}local`; undefined when there is none. xmlns is not among them. */
  readonly attributes: Readonly<Record<string, string>> | undefined
  /** Elements and text in document order; CDATA is text, comments are dropped, adjacent text is one string. */
  readonly children: readonly (XmlNode | string)[]
}
