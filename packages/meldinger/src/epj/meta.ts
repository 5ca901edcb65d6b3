/** Attributes by which parts of a journal (EPJ) say what they are (HIS 80710). */
import { oneOf, text } from '../xml/lexical.ts'
import { attribute, fixedAttribute, requiredAttribute } from '../xml/schema.ts'

const meta = 'http://www.kith.no/xmlstds/epj/meta/2008-02-20'
const categories = oneOf('Cave/allergier', 'Legemidler', 'Andre notater', 'Uspesifisert')

/** Of a case or a document: its kind and type are given by the standard, its id (a UUID) by the sender. */
export function componentOf(kind: 'EPJ sak' | 'EPJ dokument', type: string) {
  return {
    basiskomponenttype: fixedAttribute(kind, `{${meta}}basiskomponenttype`),
    komponenttype: fixedAttribute(type, `{${meta}}komponenttype`),
    informasjonskategori: attribute(categories, `{${meta}}informasjonskategori`),
    komponentID: requiredAttribute(text),
    referanseViktigTilleggsinfo: attribute(text)
  }
}
