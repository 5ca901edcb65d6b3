/** Changes a document at random under a seed, and tells whether the fast reader and the gate read the result alike. */
import { gate } from './gate.ts'
import { isNotWellFormed } from './not-well-formed.ts'
import { dialogmelding, rareForms } from './reader-examples.ts'
import { readXml } from './reader.ts'

export type Trial = { readonly bytes: Uint8Array; readonly isAccepted: boolean; readonly isAlike: boolean }

/** Draws one changed document after another and reads each both ways.
 * @param seed the same seed gives the same trials */
export function* trials(seed: number, count: number): Generator<Trial> {
  const random = randomNumbers(seed)
  for (let i = 0; i < count; i++) {
    // The small ones are quick and hold what is rare; the large one is what will come.
    let bytes: Buffer = random(8) === 0 ? large : (small[random(small.length)] ?? large)
    bytes = change(bytes, random)
    while (random(4) === 0) bytes = change(bytes, random)
    const strict = gate(bytes)
    yield { bytes, isAccepted: !isNotWellFormed(strict), isAlike: isAlike(strict, readXml(bytes)) }
  }
}

/** @returns whether both refused, or both read the same tree; where and why they refused may differ. */
export function isAlike(one: object, other: object): boolean {
  if (isNotWellFormed(one) || isNotWellFormed(other)) return isNotWellFormed(one) && isNotWellFormed(other)
  return isSame(one, other)
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  return keys.every((key) => Object.hasOwn(other, key) && isSame(Reflect.get(one, key), Reflect.get(other, key)))
}

const large = Buffer.from(dialogmelding)
const small = rareForms.map((text) => Buffer.from(text))

type Random = (below: number) => number

/** Mulberry32: quick, and good enough to choose where a document breaks. */
function randomNumbers(seed: number): Random {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const signs = Array.from('<>&;"\'=/!?-[]:#x 0a_\t\r\n\0', (sign) => Buffer.from(sign))

const pieces = [
  ['<!--', '-->', '--', '<![CDATA[', ']]>', ']]', '<a/>', '<a>', '</a>', '<p:a>', '</', '/>', '<', ' >', '<?x?>'],
  ['<!DOCTYPE a>', '<?xml version="1.0"?>', '<?xml version="1.1"?>', 'encoding="ISO-8859-1"', 'encoding="utf8"'],
  ['&lt;', '&lt', '&#65;', '&#x41;', '&#X41;', '&#0;', '&#xFFFE;', '&#xD800;', '&#x110000;', '&#;', '&x;', '&amp', '&'],
  ['&#0000000000000000000000000000065;', '&#99999999999999999999999;', '&#x1F600;', '&__proto__;', '&constructor;'],
  [' xmlns="urn:z"', ' xmlns=""', ' xmlns:p="urn:p"', ' xmlns:p=""', ' xmlns:p=" urn:p"', ' xmlns:q="urn:p"'],
  [' xmlns:xml="http://www.w3.org/XML/1998/namespace"', ' xmlns="http://www.w3.org/XML/1998/namespace"'],
  [' xmlns:p="http://www.w3.org/2000/xmlns/"', ' xmlns:xmlns="urn:p"', ' xml:id="1"', ' p:x="1"', ' q:x="1"'],
  [
    ' x="1"',
    " x='1'",
    ' x=1',
    ' x',
    ' x = "1"',
    ' p:1="x"',
    ' p:q:r="1"',
    ' :x="1"',
    ' x:="1"',
    'p:',
    'xmlns:',
    'xml:'
  ],
  [' __proto__="1"', ' toString="1"', '\r\n', '\r', '\ufeff', '\uffff', '\ufffe', '\uffef', '\u0085', '\u2028'],
  ['\u00b7', '\u00d7', '\u037e', '\u0300', '\u{effff}', '\u{f0000}', '\u{10ffff}', 'ø', '名', '😀', 'a'.repeat(300)]
]
  .flat()
  .map((piece) => Buffer.from(piece))

/** Not UTF-8: lone, overlong, cut short, half of a surrogate pair, beyond the last character. */
const broken = ['80', 'c080', 'c3', 'e28080e2', 'eda080', 'edbfbf', 'f08080af', 'f4908080', 'f5', 'ff', 'efbf'].map(
  (hex) => Buffer.from(hex, 'hex')
)

function change(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length + 1)
  const piece = (of: readonly Buffer[]) => of[random(of.length)] ?? Buffer.alloc(0)
  const span = random(random(2) === 0 ? 4 : 40)
  switch (random(12)) {
    case 0:
      return splice(bytes, at, 1, Buffer.of(random(256)))
    case 1:
    case 2:
      return splice(bytes, at, 1, piece(signs))
    case 3:
      return splice(bytes, at, 0, piece(signs))
    case 4:
      return splice(bytes, at, span, Buffer.alloc(0))
    case 5:
    case 6:
      return splice(bytes, at, 0, copyOf(bytes, random, span))
    case 7:
      return random(8) === 0 ? bytes.subarray(0, at) : splice(bytes, at, 0, piece(broken))
    case 8:
      return splice(bytes, bytes.indexOf('>', at), 0, piece(pieces))
    default:
      return splice(bytes, at, 0, piece(pieces))
  }
}

function copyOf(bytes: Buffer, random: Random, length: number): Buffer {
  const from = random(bytes.length + 1)
  return bytes.subarray(from, from + length)
}

/** A place of -1, where nothing was found, is the end. */
function splice(bytes: Buffer, at: number, removed: number, added: Uint8Array): Buffer {
  const place = at === -1 ? bytes.length : at
  return Buffer.concat([bytes.subarray(0, place), added, bytes.subarray(place + removed)])
}
