/** Attributes by which parts of a journal (EPJ) say what they are (HIS 80710). */
import { oneOf, text } from '../xml/lexical.ts'
import { attribute, fixedAttribute, requiredAttribute } from '../xml/schema.ts'

export const epjMeta = 'http://www.kith.no/xmlstds/epj/meta/2008-02-20'
export const informationCategories = oneOf('Cave/allergier', 'Legemidler', 'Andre notater', 'Uspesifisert')

/** Of a case or a document: its kind and type are given by the standard, its id (a UUID) by the sender. */
export function componentOf(kind: 'EPJ sak' | 'EPJ dokument', type: string) {
  return {
    basiskomponenttype: fixedAttribute(kind, `{${epjMeta}}basiskomponenttype`),
    komponenttype: fixedAttribute(type, `{${epjMeta}}komponenttype`),
    informasjonskategori: attribute(informationCategories, `{${epjMeta}}informasjonskategori`),
    komponentID: requiredAttribute(text),
    referanseViktigTilleggsinfo: attribute(text)
  }
}
