/** The XSD's simple types as element content. */
import * as lexical from '../xml/lexical.ts'
import { leaf } from '../xml/schema.ts'

export const text = leaf(lexical.text)
export const date = leaf(lexical.date)
export const dateTime = leaf(lexical.dateTime)
export const gYear = leaf(lexical.gYear)
export const boolean = leaf(lexical.boolean)
export const integer = leaf(lexical.integer)
export const decimal = leaf(lexical.decimal)
export const double = leaf(lexical.double)
export const anyUri = leaf(lexical.anyUri)
export const oid = leaf(lexical.oid)
export const base64 = leaf(lexical.base64)
