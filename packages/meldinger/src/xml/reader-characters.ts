/** Which bytes and characters XML 1.0 (fifth edition) takes where, as one table of flags for each byte. */

export const TAB = 0x09
export const LINE_FEED = 0x0a
export const CARRIAGE_RETURN = 0x0d
export const SPACE = 0x20
export const BANG = 0x21
export const DOUBLE_QUOTE = 0x22
export const HASH = 0x23
export const AMPERSAND = 0x26
export const SINGLE_QUOTE = 0x27
export const HYPHEN = 0x2d
export const SLASH = 0x2f
export const SEMICOLON = 0x3b
export const LESS_THAN = 0x3c
export const EQUALS = 0x3d
export const GREATER_THAN = 0x3e
export const QUESTION_MARK = 0x3f
export const CLOSING_BRACKET = 0x5d
/** First byte of U+F000–U+FFFF, where the two characters stand that no document may hold. */
const NONCHARACTER_LEAD = 0xef

/** Flags of {@link byteClass}: the byte ends a plain run of text, of an attribute's value, of a comment, of CDATA. */
export const ENDS_TEXT = 1
export const ENDS_VALUE = 2
export const ENDS_COMMENT = 4
export const ENDS_CDATA = 8
/** The byte may stand in a name; what is not ASCII is looked at again as a character. */
export const IN_NAME = 16
export const IS_SPACE = 32

const EVERYWHERE = ENDS_TEXT | ENDS_VALUE | ENDS_COMMENT | ENDS_CDATA

/** What each byte is, by the flags above. Byte 0 ends every run, so that a run ends where the document does. */
export const byteClass: Uint8Array = new Uint8Array(256).map((_, byte) => {
  let flags = 0
  if (byte < SPACE && byte !== TAB && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) flags |= EVERYWHERE
  if (byte === NONCHARACTER_LEAD) flags |= EVERYWHERE
  if ([LESS_THAN, AMPERSAND, CLOSING_BRACKET, CARRIAGE_RETURN].includes(byte)) flags |= ENDS_TEXT
  if ([LESS_THAN, AMPERSAND, DOUBLE_QUOTE, SINGLE_QUOTE, TAB, LINE_FEED, CARRIAGE_RETURN].includes(byte)) {
    flags |= ENDS_VALUE
  }
  if (byte === HYPHEN) flags |= ENDS_COMMENT
  if (byte === CLOSING_BRACKET || byte === CARRIAGE_RETURN) flags |= ENDS_CDATA
  if (byte >= 0x80 || /[-.:\w]/.test(String.fromCharCode(byte))) flags |= IN_NAME
  if ([SPACE, TAB, LINE_FEED, CARRIAGE_RETURN].includes(byte)) flags |= IS_SPACE
  return flags
})

/** @returns whether a byte that ended a run began an allowed character of several bytes, so that the run goes on. */
export function isAllowedLead(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === NONCHARACTER_LEAD && !(bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe)
}

/** @returns whether XML 1.0 can hold the character (production 2). */
export function isCharacter(code: number): boolean {
  if (code < SPACE) return code === TAB || code === LINE_FEED || code === CARRIAGE_RETURN
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff)
}

const NAME_START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const NAME_REST = '.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040-'
const NAME_WITHOUT_COLON = new RegExp(`^[${NAME_START}][${NAME_START}${NAME_REST}]*$`, 'u')

/** @returns whether the text may name an element or attribute when it has no prefix (NCName of Namespaces in XML). */
export function isNameWithoutColon(text: string): boolean {
  return NAME_WITHOUT_COLON.test(text)
}
