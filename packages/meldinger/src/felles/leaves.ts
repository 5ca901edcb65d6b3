/** The XSD's simple types as element content. */
import * as lexical from '../xml/lexical.ts'
import type { Lexical } from '../xml/lexical.ts'
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
export const time = leaf(lexical.time)
const isInt = also(lexical.integer, (value) => Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31)
export const int = leaf(isInt)
/** With a default in the XSD an empty element stands for it. */
export const intOrEmpty = leaf({ name: isInt.name, accepts: (value) => value === '' || isInt.accepts(value) })
/** A last group of two or three letters has no bits beyond its bytes (XML Schema Part 2 §3.2.16). */
const bitsBeyond = /[^AQgw= \t\r\n][ \t\r\n]*=[ \t\r\n]*=|[^AEIMQUYcgkosw048= \t\r\n][ \t\r\n]*=/
export const base64 = leaf(also(lexical.base64, (value) => !bitsBeyond.test(value)))
/** xs:duration, at least one part of it. */
export const duration = leaf(
  shaped('duration', /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/)
)
/** A month or a day of no year (XML Schema Part 2 §3.2.12 and §3.2.13), without a time zone. */
export const gMonth = leaf(shaped('gMonth', /^--(0[1-9]|1[0-2])$/))
export const gDay = leaf(shaped('gDay', /^---(0[1-9]|[12]\d|3[01])$/))
/** xs:ID and xs:IDREF: FEST gives its entries such names, and refers to them. */
export const ncName = leaf(shaped('NCName', /^[\p{L}_][\p{L}\p{M}\p{Nd}._\u00B7-]*$/u))

function also({ name, accepts }: Lexical, isRight: (text: string) => boolean): Lexical {
  return { name, accepts: (text) => accepts(text) && isRight(text) }
}

function shaped(name: string, shape: RegExp): Lexical {
  return { name, accepts: (text) => shape.test(text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')) }
}
