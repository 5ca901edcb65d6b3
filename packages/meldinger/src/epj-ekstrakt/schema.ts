/** EPJ-ekstrakt on the wire (HIS 80710): which parts of a journal follow as documents of their own, and in which order. */
import { epjMeta, informationCategories } from '../epj/meta.ts'
import { oneOf, text } from '../xml/lexical.ts'
import { attribute, many, recursive, requiredAttribute, type Schema } from '../xml/schema.ts'

export const epjEkstraktNamespace = 'http://www.kith.no/xmlstds/epj/EPJEkstrakt/2008-02-20'

/** Kinds of parts (EPJ-meta). */
const componentKinds = oneOf(
  'Mappe',
  'EPJ sak',
  'Importert EPJ sak',
  'Dokument',
  'EPJ dokument',
  'Importert EPJ dokument',
  'Tilleggsinfo',
  'Fragment',
  'EPJ fragment',
  'Dataelement',
  'EPJ ekstrakt'
)

/** A part of a journal, and those that it holds; `komponentID` is the one that its document has. */
export type EpjNode = {
  readonly basiskomponenttype: string
  /** OID of what kind of case or document it is. */
  readonly komponenttype: string
  readonly informasjonskategori?: string | undefined
  readonly komponentID: string
  readonly referanseViktigTilleggsinfo?: string | undefined
  readonly Node?: readonly EpjNode[] | undefined
}

export const epjEkstrakt: Schema<EpjNode> = recursive<EpjNode>(epjEkstraktNamespace, true, () => ({
  basiskomponenttype: requiredAttribute(componentKinds, `{${epjMeta}}basiskomponenttype`),
  komponenttype: requiredAttribute(text, `{${epjMeta}}komponenttype`),
  informasjonskategori: attribute(informationCategories, `{${epjMeta}}informasjonskategori`),
  komponentID: requiredAttribute(text),
  referanseViktigTilleggsinfo: attribute(text),
  Node: many(epjEkstrakt)
}))
