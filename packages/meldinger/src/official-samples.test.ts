/** Every official example of PLO and dialogmelding: read, understood, and written again with the same meaning. */
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { decodeMelding } from './decode.ts'
import { encodeMelding } from './encode.ts'
import { formatOfRoot } from './formats.ts'
import type { Melding } from './melding.ts'
import { payloadRootOf } from './msg-head/document.ts'
import { MsgHead, msgHead } from './msg-head/schema.ts'
import { sharedFiles } from './shared-folder.ts'
import { canonical } from './xml/canonical.ts'
import { gate } from './xml/gate.ts'
import type { XmlNode } from './xml/node.ts'
import { prefixesOf } from './xml/prefixes.ts'
import { decode } from './xml/schema-decode.ts'
import { encoderOf } from './xml/schema-encode.ts'

const samples = sharedFiles(
  'samples/official/plo/**/*.xml',
  'samples/official/Dialogmelding/**/*.xml',
  'samples/minimal/*-1.[16]*.xml'
)
  .filter(({ name }) => !name.includes('apprec'))
  .map(({ name, bytes }) => ({ name: name.split('/').at(-1) ?? '', bytes }))
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
    expect(Object.keys(format?.types ?? {})).toContain(envelope.type)
  })

  test('has a head that is written again with the same meaning', () => {
    const root = treeOf(bytes)
    const outcome = decode(MsgHead, root)
    if (outcome.type === 'faults') return expect(outcome.faults).toEqual([])
    const again = writeHead(outcome.value)
    expect(canonical(treeOf(Buffer.from(again)))).toEqual(canonical(root))
    return expect(asOtherReaderSees(again)).toEqual(asOtherReaderSees(Buffer.from(bytes).toString()))
  })

  test('has a payload that is written again with the same meaning', () => {
    const outcome = decode(MsgHead, treeOf(bytes))
    const payload = outcome.type === 'value' ? payloadRootOf(outcome.value) : undefined
    const format = payload && formatOfRoot(payload)
    if (payload === undefined || format === undefined) return expect.fail('a payload of a known format')
    const content = decode(format.schema, payload)
    if (content.type === 'faults') return expect(content.faults).toEqual([])
    return expect(canonical(treeOf(Buffer.from(format.encode(content.value))))).toEqual(canonical(payload))
  })

  test('means the same after it was read, written and read again', () => {
    const melding = meldingIn(bytes)
    const { element: _asItCame, ...payload } = melding.payload
    const again = meldingIn(Buffer.from(encodeMelding({ ...melding, payload })))
    expect(again.envelope).toEqual(melding.envelope)
    expect(again.attachments).toEqual(melding.attachments)
    expect(again.payload.content).toEqual(payload.content)
  })
})

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
