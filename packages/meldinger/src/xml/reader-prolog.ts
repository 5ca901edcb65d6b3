/** What may stand before and after the root: the XML declaration, comments and white space (XML 1.0 §2.8). */
import { passSpace } from './reader-attributes.ts'
import { BANG, HYPHEN, LESS_THAN, QUESTION_MARK } from './reader-characters.ts'
import { fail, type Input } from './reader-input.ts'
import { passComment } from './reader-text.ts'

const SPACES = '[ \\t\\r\\n]+'
const EQUALS = '[ \\t\\r\\n]*=[ \\t\\r\\n]*'

/** Version 1.0, and UTF-8 where an encoding is named; its letters may be of either case. */
const DECLARATION = new RegExp(
  `<\\?xml${SPACES}version${EQUALS}(["'])1\\.0\\1` +
    `(?:${SPACES}encoding${EQUALS}(["'])[Uu][Tt][Ff]-8\\2)?` +
    `(?:${SPACES}standalone${EQUALS}(["'])(?:yes|no)\\3)?[ \\t\\r\\n]*\\?>`,
  'y'
)

/** Passes one byte order mark, the XML declaration, comments and white space. @returns false after a failure. */
export function passProlog(input: Input): boolean {
  if (input.latin1.startsWith('\u00ef\u00bb\u00bf')) input.at = 3
  DECLARATION.lastIndex = input.at
  if (DECLARATION.test(input.latin1)) input.at = DECLARATION.lastIndex
  return passMisc(input)
}

/** Passes comments and white space, to the `<` of an element or the end. @returns false after a failure. */
export function passMisc(input: Input): boolean {
  const { bytes } = input
  for (;;) {
    passSpace(input)
    const next = bytes[input.at] === LESS_THAN ? bytes[input.at + 1] : undefined
    if (next === QUESTION_MARK) {
      fail(input, 'expected no processing instruction, and a declaration of version 1.0 in UTF-8 if any')
      return false
    }
    if (next !== BANG) return true
    if (bytes[input.at + 2] !== HYPHEN || bytes[input.at + 3] !== HYPHEN) {
      fail(input, 'expected a comment or the root, and no document type')
      return false
    }
    input.at += 4
    if (!passComment(input)) return false
  }
}
