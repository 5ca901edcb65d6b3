/** Every official example of what we read: read, understood, and written again with the same meaning. */
import { XMLParser } from 'fast-xml-parser'
import { afterAll, describe, expect, test } from 'vitest'
import { decodeMelding } from './decode.ts'
import { encodeMelding } from './encode.ts'
import { formatOfRoot } from './formats.ts'
import type { Melding } from './melding.ts'
import { MsgHead, msgHead } from './msg-head/schema.ts'
import { officialJudge } from './official-judge.ts'
import { sharedFiles } from './shared-folder.ts'
import { canonical } from './xml/canonical.ts'
import { gate } from './xml/gate.ts'
import type { XmlNode } from './xml/node.ts'
import { prefixesOf } from './xml/prefixes.ts'
import { decode } from './xml/schema-decode.ts'
import { encoderOf } from './xml/schema-encode.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())
const eresept = sharedFiles('samples/official/eresept/**/*.xml').map((file) => ({ ...file, ...judged(file.bytes) }))
const samples = [
  ...sharedFiles(
    'samples/official/plo/**/*.xml',
    'samples/official/Dialogmelding/**/*.xml',
    'samples/official/{Epikrise,Henvisning,Svarrapport,Rekvisisjon,KommunikasjonAvEPJ-innhold}/**/*.xml',
    'samples/official/DigitalDialog*/**/DIALOG_INNBYGGER_HREG_*/**/*.xml',
    'samples/minimal/*-1.[16]*.xml',
    'samples/official/sysvak/*.xml'
  )
    .filter(({ name }) => !name.includes('apprec'))
    // Its sex has the attribute v for V, which the schema does not take.
    .filter(({ name }) => !name.endsWith('220_hrequest_manglendevaksinering_vaksinandutenident.xml')),
  ...eresept.filter(({ isValid, root }) => isValid && root.name === 'MsgHead')
].map(({ name, bytes }) => ({ name: name.split('/').at(-1) ?? '', bytes }))
const writeHead = encoderOf(MsgHead, msgHead, 'MsgHead', prefixesOf(MsgHead, msgHead))
const otherReader = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  htmlEntities: true
})

describe.skipIf(samples.length === 0).each(samples)('$name', ({ bytes }) => {
  test('is a melding of a format in the table, of a type that the format carries', () => {
    const { envelope, payload } = meldingIn(bytes)
    const format = payload.element && formatOfRoot(payload.element)
    // Two of the examples have an older spelling of the codes of M4.1 and M4.2.
    expect(Object.keys(format?.types ?? {})).toContain(envelope.type.replace(/^ERM0(4[12])$/, 'ERM$1'))
  })

  test('has a head, or is a document of its own, that is written again with the same meaning', () => {
    const root = treeOf(bytes)
    const own = formatOfRoot(root)
    if (own !== undefined) {
      const again = encodeMelding(withoutElement(meldingIn(bytes)))
      expect(canonical(treeOf(Buffer.from(again)))).toEqual(canonical(root))
      return expect(asOtherReaderSees(again)).toEqual(asOtherReaderSees(Buffer.from(bytes).toString()))
    }
    const outcome = decode(MsgHead, root)
    if (outcome.type === 'faults') return expect(outcome.faults).toEqual([])
    const again = writeHead(outcome.value)
    expect(canonical(treeOf(Buffer.from(again)))).toEqual(canonical(root))
    return expect(asOtherReaderSees(again)).toEqual(asOtherReaderSees(Buffer.from(bytes).toString()))
  })

  test('has a payload that is written again with the same meaning', () => {
    const { payload: read } = meldingIn(bytes)
    const payload = read.element
    const format = payload && formatOfRoot(payload)
    if (payload === undefined || format === undefined) return expect.fail('a payload of a known format')
    const content = decode(format.schema, payload)
    if (content.type === 'faults') return expect(content.faults).toEqual([])
    return expect(canonical(treeOf(Buffer.from(format.encode(content.value))))).toEqual(canonical(payload))
  })

  test('means the same after it was read, written and read again', () => {
    const melding = meldingIn(bytes)
    const again = meldingIn(Buffer.from(encodeMelding(withoutElement(melding))))
    expect(again.envelope).toEqual(melding.envelope)
    expect(again.attachments).toEqual(melding.attachments)
    expect(again.payload.content).toEqual(melding.payload.content)
  })
})

test.skipIf(eresept.length === 0)(
  'of the examples of e-resept all are valid but one, of a generation without schema',
  () => {
    expect(eresept.filter(({ isValid }) => !isValid).map(({ name }) => name.split('/').at(-1))).toEqual(['M96-b64.xml'])
  }
)

describe.each(eresept.filter(({ isValid, root }) => isValid && root.name !== 'MsgHead'))('$name', ({ root }) => {
  test('is a payload alone, which is written again with the same meaning', () => {
    const format = formatOfRoot(root)
    if (format === undefined) return expect.fail('a known format')
    const content = decode(format.schema, root)
    if (content.type === 'faults') return expect(content.faults).toEqual([])
    return expect(canonical(treeOf(Buffer.from(format.encode(content.value))))).toEqual(canonical(root))
  })
})

function judged(bytes: Uint8Array): { readonly root: XmlNode; readonly isValid: boolean } {
  const root = treeOf(bytes)
  return { root, isValid: judge.faultsIn(bytes, 'http://www.kith.no/xmlstds/eresept/').length === 0 }
}

function treeOf(bytes: Uint8Array): XmlNode {
  const root = gate(bytes)
  if ('type' in root) throw new Error(root.reason)
  return root
}

function meldingIn(bytes: Uint8Array): Melding {
  const decoded = decodeMelding(treeOf(bytes))
  if (decoded.type !== 'melding') throw new Error(JSON.stringify(decoded))
  return decoded.melding
}

/** To be encoded from its content. */
function withoutElement(melding: Melding): Melding {
  const { element: _asItCame, ...payload } = melding.payload
  return { ...melding, payload: { ...payload, content: melding.payload.content } }
}

function asOtherReaderSees(xml: string): unknown {
  const isNoise = (key: string) => key === '@_xmlns' || key === '@_schemaLocation'
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value.trim() : value
    const kept = Object.entries(value).filter(([key]) => !isNoise(key))
    const entries = kept.map(([key, held]) => [key, strip(held)] as const)
    return Object.fromEntries(entries.filter(([key, held]) => key !== ':@' || Object.keys(Object(held)).length > 0))
  }
  return strip(otherReader.parse(xml))
}
