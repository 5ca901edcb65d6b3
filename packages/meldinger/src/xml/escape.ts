/** Text as it stands in XML: markup characters escaped, so that what is read back is what was written. */
import assert from 'node:assert/strict'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}
/* oxlint-disable no-control-regex -- control characters are what is looked for */
/** XML 1.0 §2.2: no control character but tab, line feed and carriage return; neither U+FFFE nor U+FFFF. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const needsWorkInText = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/
const needsWorkInAttribute = /[&<"\u0000-\u001f\ud800-\udfff\ufffe\uffff]/
/* oxlint-enable no-control-regex */

/** Throws on a character that no XML 1.0 document can hold: a fault in the code that made the text. */
export function escapeText(text: string): string {
  if (isShortAndPlain(text) || !needsWorkInText.test(text)) return text
  refuseForbidden(text)
  return text.replace(/[&<>\r]/g, (character) => entities[character] ?? character)
}

/** For a value between double quotes; throws like escapeText. */
export function escapeAttribute(text: string): string {
  if (isShortAndPlain(text) || !needsWorkInAttribute.test(text)) return text
  refuseForbidden(text)
  return text.replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character)
}

/** Up to here a loop is quicker than to call the engine's regular expressions. */
const SHORT = 40

/** True for a short text of which every character may stand anywhere; false says nothing. */
function isShortAndPlain(text: string): boolean {
  if (text.length > SHORT) return false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 0x40 ? code >= 0xd800 : isSpecial(code)) return false
  }
  return true
}

/** Of the characters below @: controls, and " & < >. */
function isSpecial(code: number): boolean {
  return code < 0x20 || code === 0x22 || code === 0x26 || code === 0x3c || code === 0x3e
}

function refuseForbidden(text: string): void {
  const isHeld = !forbidden.test(text) && text.isWellFormed()
  assert(isHeld, 'a text without control characters or half characters, since XML cannot hold them')
}
