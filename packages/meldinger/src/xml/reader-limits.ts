/** How large a document may be, for the strict gate and for the fast reader alike. */

export type XmlLimits = {
  /** Bytes of the whole document. */
  readonly bytesMax: number
  /** Elements within each other; the root is the first. */
  readonly depthMax: number
  readonly elementsMax: number
  /** Attributes of one element, namespace declarations among them. */
  readonly attributesMax: number
  /** Namespace declarations in force at one place; each prefix is looked for among them. */
  readonly namespacesMax: number
  /** UTF-16 units of one attribute's value as it reads. */
  readonly valueLengthMax: number
  /** UTF-16 units of a name with its prefix. */
  readonly nameLengthMax: number
}

/** The size is that of a body in NHN's EDI API v2; the others are our own choice, well above any melding. */
export const xmlLimits: XmlLimits = {
  bytesMax: 35 * 1024 * 1024,
  depthMax: 64,
  elementsMax: 100_000,
  attributesMax: 256,
  namespacesMax: 256,
  valueLengthMax: 64 * 1024,
  nameLengthMax: 256
}
