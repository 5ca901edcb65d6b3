/** A document without a MsgHead says itself who sends what to whom: written from the envelope, read as the envelope. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appRecFor } from '../app-rec/app-rec-for.ts'
import { type Decoded, decodeMelding } from '../decode.ts'
import { enclosed, encodeMelding } from '../encode.ts'
import { contentExamples } from '../encode-examples.ts'
import { formatSentAs } from '../formats.ts'
import type { Address, Envelope, Melding, Patient } from '../melding.ts'
import { documentIdOf, forsendelsesstatusOf } from '../payload.ts'
import { judge } from '../rules/judge.ts'
import { readXml } from '../xml/reader.ts'

const organisations = '2.16.578.1.12.4.1.1.9051'
const persons = '2.16.578.1.12.4.1.1.8116'
const her = (id: string) => [{ id, kind: 'HER', codeSystem: organisations }]
const hospital: Address = {
  organisation: { name: 'Øvre sykehus', idents: her('59') },
  service: { name: 'Kirurgi', idents: her('90998') }
}
const gp: Address = {
  organisation: { name: 'Legene', idents: her('71') },
  person: {
    givenName: 'Gunn',
    familyName: 'Omsorg',
    idents: [...her('72'), { id: '0987654', kind: 'HPR', codeSystem: persons }]
  }
}
const envelope: Envelope = {
  type: 'EPIKRISE',
  msgId: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a01',
  genDate: '2026-01-05T10:11:54',
  sender: hospital,
  receiver: gp,
  copies: [],
  patient: {
    givenName: 'Test',
    familyName: 'Testesen',
    idents: [{ id: '15876500565', kind: 'FNR', codeSystem: persons }]
  }
}
const types = ['EPIKRISE', 'SVAR_LAB', 'REQ_RTG'] as const

function meldingOf(type: (typeof types)[number], changes: Partial<Envelope> = {}): Melding {
  return { envelope: { ...envelope, type, ...changes }, payload: contentExamples[type], attachments: [] }
}

function read(melding: Melding | string): Decoded {
  const root = readXml(Buffer.from(typeof melding === 'string' ? melding : encodeMelding(melding)))
  if ('type' in root) throw new Error(root.reason)
  return decodeMelding(root)
}

const word = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{1,8}$/)
const id = fc.stringMatching(/^[0-9]{1,8}$/)
const addresses: fc.Arbitrary<Address> = fc
  .record({ name: word, level1: id, level2: id, service: word, given: word, family: word, isPerson: fc.boolean() })
  .map(({ name, level1, level2, service, given, family, isPerson }) => ({
    organisation: { name, idents: her(level1) },
    ...(isPerson
      ? { person: { givenName: given, familyName: family, idents: her(level2) } }
      : { service: { name: service, idents: her(level2) } })
  }))
const patients: fc.Arbitrary<Patient> = fc
  .record({ familyName: word, givenName: word, id, sex: fc.constantFrom('1', '2') })
  .map(({ id: number, ...names }) => ({
    ...names,
    dateOfBirth: '1965-07-15',
    idents: [{ id: number, kind: 'FHN', codeSystem: persons }]
  }))

describe.each(types)('%s', (type) => {
  test('says what its envelope says, whatever that is', () => {
    const parts = fc.record({
      sender: addresses,
      receiver: addresses,
      copies: fc.array(
        addresses.map((copy) => ({ ...copy, role: 'COP' })),
        { maxLength: 2 }
      ),
      patient: patients
    })
    fc.assert(
      fc.property(parts, (changes) => {
        const melding = meldingOf(type, changes)
        const decoded = read(melding)
        const { documentId: _own, ...said } = decoded.type === 'melding' ? decoded.melding.envelope : envelope
        expect(said).toEqual(melding.envelope)
      }),
      { numRuns: 50 }
    )
  })

  test('keeps what stands beside the envelope when it is enclosed again', () => {
    const once = enclosed(meldingOf(type))
    expect(enclosed(once)).toEqual(once)
    expect(enclosed({ ...once, envelope: { ...once.envelope, receiver: hospital } }).payload.content).not.toEqual(
      once.payload.content
    )
  })

  test('tells its status and its document id without being decoded', () => {
    const decoded = read(meldingOf(type))
    const payload = decoded.type === 'melding' ? decoded.melding.payload : undefined
    expect(payload && [forsendelsesstatusOf(payload), documentIdOf(payload)]).toEqual([
      'N',
      decoded.type === 'melding' ? decoded.melding.envelope.documentId : undefined
    ])
  })

  test('is answered by AppRec 1.1 with its MsgId, and its older version by 1.0 with its document id', () => {
    const decoded = read(meldingOf(type))
    if (decoded.type !== 'melding') return expect.fail('a melding')
    const receipt = {
      role: 'PRIM',
      answeredBy: gp,
      status: '1',
      errors: [],
      id: 'k',
      genDate: envelope.genDate
    } as const
    const originalOf = (version: '1.0' | '1.1') => appRecFor(decoded.melding, { ...receipt, version }).original.id
    expect([formatSentAs(type)?.appRec, originalOf('1.1')]).toEqual(['1.1', envelope.msgId])
    return expect(originalOf('1.0')).toBe(decoded.melding.envelope.documentId)
  })
})

test('a document that breaks its schema is refused with T02 when its sender can be read', () => {
  const broken = encodeMelding(meldingOf('EPIKRISE')).replace('<MsgDescr>Sykehusepikrise</MsgDescr>', '')
  const receiver = { herId: '72', organisationIds: ['71'], ownsService: () => false }
  const decoded = read(broken)
  expect(decoded).toMatchObject({ type: 'unreadable', code: 'T02', appRecVersion: '1.1' })
  expect(judge(decoded, receiver)).toMatchObject({ answer: 'refuse', refusal: { errors: [{ code: 'T02' }] } })
})

test('a letter about a patient who has no journal here is refused with E35, a requisition is not', () => {
  const receiver = { herId: '72', organisationIds: ['71'], ownsService: () => false, hasJournal: () => false }
  expect(judge(read(meldingOf('EPIKRISE')), receiver)).toMatchObject({ refusal: { errors: [{ code: 'E35' }] } })
  expect(judge(read(meldingOf('REQ_RTG')), receiver)).toEqual({ answer: 'ok' })
})

test('a patient of whom the name alone is known is refused with E36', () => {
  const patient = { givenName: 'Test', familyName: 'Testesen', idents: [] }
  const receiver = { herId: '72', organisationIds: ['71'], ownsService: () => false }
  expect(judge(read(meldingOf('EPIKRISE', { patient })), receiver)).toMatchObject({
    refusal: { errors: [{ code: 'E36' }] }
  })
})

test('attachments are no part of such a melding but of its document', () => {
  const attachments = [{ mimeType: 'application/pdf', base64: '' }]
  expect(() => encodeMelding({ ...meldingOf('EPIKRISE'), attachments })).toThrow('RefDoc')
})
