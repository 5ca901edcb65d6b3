/** The data types of kith.xsd (HIS 80117): values in attributes, all of them optional in the XSD. */
import { anyUri, decimal, double, oid, oneOf, text, timestamp } from '../xml/lexical.ts'
import type { Infer } from '../xml/schema.ts'
import { attribute, complexType } from '../xml/schema.ts'

const kith = 'http://www.kith.no/xmlstds'

/** A code whose list is known from the place. */
export const CS = complexType(kith, { V: attribute(text), DN: attribute(text) })
export type CS = Infer<typeof CS>

/** A code with its list: S is the list's OID, OT free text beside or instead of a code. */
export const CV = complexType(kith, { V: attribute(text), S: attribute(oid), DN: attribute(text), OT: attribute(text) })
export type CV = Infer<typeof CV>

/** A point in time, as exact as it is known. */
export const TS = complexType(kith, { V: attribute(timestamp) })
export type TS = Infer<typeof TS>

export const URL = complexType(kith, { V: attribute(anyUri) })

/** A physical quantity: a value and its unit. */
export const PQ = complexType(kith, { V: attribute(double), U: attribute(text) })

/** An amount of money: a value and its currency. */
export const MO = complexType(kith, { V: attribute(decimal), U: attribute(text) })

export const BL = complexType(kith, { V: attribute(oneOf('true', 'false')) })
