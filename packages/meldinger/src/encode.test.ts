/** Every type of melding that is sent, as XML that the official schemas take. */
import { afterAll, describe, expect, test } from 'vitest'
import { decodeMelding } from './decode.ts'
import { enclosed, encodeMelding } from './encode.ts'
import { contentExamples } from './encode-examples.ts'
import { allFormats, formatNamed, formatSentAs } from './formats.ts'
import type { Address, Melding } from './melding.ts'
import { officialJudge } from './official-judge.ts'
import { payloadOf } from './payload.ts'
import { readXml } from './xml/reader.ts'

const her = (id: string) => [{ id, kind: 'HER', codeSystem: '2.16.578.1.12.4.1.1.9051' }]
const hospital: Address = {
  organisation: { name: 'Øvre sykehus', idents: her('59') },
  service: { name: 'Ortopedisk kirurgi', idents: her('90998') }
}
const municipality: Address = {
  organisation: { name: 'Nedre kommune', idents: her('99387') },
  service: { name: 'Sykepleietjeneste', idents: her('5078') }
}
const gp: Address = {
  organisation: { name: 'Legene & Co', idents: her('71') },
  person: { givenName: 'Gunn', middleName: 'Å', familyName: 'Omsorg', idents: her('72') }
}
const personAlone = { ...gp, organisation: { name: '', idents: [] }, role: 'COP' }
const envelope = {
  type: 'LOG_INNLAGT',
  msgId: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a01',
  genDate: '2026-01-05T10:11:54',
  sender: hospital,
  receiver: municipality,
  copies: [],
  patient: {
    givenName: 'Test',
    familyName: 'Testesen',
    dateOfBirth: '1965-07-15',
    sex: '1',
    idents: [{ id: '15876500565', kind: 'FNR', codeSystem: '2.16.578.1.12.4.1.1.8116' }]
  }
} as const satisfies Melding['envelope']
const cancellation = payloadOf('Pasientlogistikk', {
  InformasjonOmForsendelsen: { Forsendelsesstatus: { V: 'C', DN: 'Kansellering' } },
  OrienteringOmDod: { TidsfestetHendelse: { TidspunktForHendelse: { V: '2026-01-05' }, Anslag: 'false' } }
})
const innlagt: Melding = { envelope, payload: contentExamples.LOG_INNLAGT, attachments: [] }

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())
function faultsIn(melding: Melding): string[] {
  const { format, version } = melding.payload
  return judge.faultsIn(encodeMelding(melding), formatNamed(format, version)?.namespace ?? '')
}

/** Written, read, and given without what only a received melding has. */
function throughXml(melding: Melding): unknown {
  const root = readXml(Buffer.from(encodeMelding(melding)))
  const decoded = 'type' in root ? root : decodeMelding(root)
  if (decoded.type !== 'melding') return decoded
  const { envelope: read, payload } = decoded.melding
  const { documentId: _ofTheDocument, ...meant } = read
  const { format, version, content } = payload
  return { ...decoded.melding, envelope: meant, payload: { format, version, content } }
}

describe.each(Object.entries(contentExamples))('%s', (type, payload) => {
  const melding: Melding = { envelope: { ...envelope, type }, payload, attachments: [] }

  test('travels in the format that the table says', () => {
    expect(formatSentAs(type)).toMatchObject({ name: payload.format, version: payload.version })
  })

  test('is valid by the official schemas', () => expect(faultsIn(melding)).toEqual([]))

  test('is read as it was meant', () => expect(throughXml(melding)).toEqual(enclosed(melding)))
})

test('there is an example of every type that is sent', () => {
  const types = allFormats.filter(({ isSent }) => isSent).flatMap((format) => Object.keys(format.types))
  expect(Object.keys(contentExamples).sort()).toEqual(types.sort())
})

test.each([
  [
    'with attachments',
    {
      ...innlagt,
      attachments: [
        attachment('application/pdf', 'JVBERi0='),
        attachment('image/png', ''),
        attachment('text/xml', 'PGEvPg==')
      ]
    }
  ],
  ['with a reference to a document that lies elsewhere', { ...innlagt, attachments: [reference()] }],
  [
    'to copy receivers',
    {
      ...innlagt,
      envelope: {
        ...envelope,
        copies: [
          { ...gp, role: 'COP' },
          { ...hospital, role: 'COP' }
        ]
      }
    }
  ],
  ['to a copy receiver who is a person alone', { ...innlagt, envelope: { ...envelope, copies: [personAlone] } }],
  ['in a conversation', { ...innlagt, envelope: { ...envelope, conversation: refs('1', '2') } }],
  [
    'of a doctor with address and telephone',
    { ...innlagt, envelope: { ...envelope, sender: doctor(), patient: atHome() } }
  ],
  ['to a person', { ...innlagt, envelope: { ...envelope, receiver: gp } }],
  ['without a patient', { ...innlagt, envelope: withoutPatient() }],
  ['that cancels', { ...innlagt, payload: cancellation }]
] as [string, Melding][])('a melding %s is valid and read as it was meant', (_name, melding) => {
  expect(faultsIn(melding)).toEqual([])
  expect(throughXml(melding)).toEqual(melding)
})

test('an addressee without an identifier is a fault of the code', () => {
  const sender = { ...hospital, organisation: { name: 'Øvre sykehus', idents: [] } }
  expect(() => encodeMelding({ ...innlagt, envelope: { ...envelope, sender } })).toThrow('OrganisationName and Ident')
})

test('a code is written with its name and its list', () => {
  const xml = encodeMelding(innlagt)
  expect(xml).toContain('<Type V="LOG_INNLAGT" DN="Melding om innlagt pasient"/>')
  expect(xml).toContain('<TypeId V="FNR" S="2.16.578.1.12.4.1.1.8116" DN="Fødselsnummer"/>')
  expect(xml).toContain('<Sex V="1" DN="Mann"/>')
  expect(encodeMelding({ ...innlagt, envelope: { ...envelope, sender: doctor() } })).toContain(
    '<HealthcareProfessional><TypeHealthcareProfessional V="LE" DN="Lege"/>'
  )
})

test('an attached XML document says what it is by its type', () => {
  expect(encodeMelding({ ...innlagt, attachments: [{ mimeType: 'text/xml', base64: 'PGEvPg==' }] })).toContain(
    '<RefDoc><MsgType V="XML" DN="XML-instans"/><Content><Base64Container'
  )
})

test('a received payload is sent on as it came', () => {
  const root = readXml(Buffer.from(encodeMelding(innlagt)))
  const decoded = 'type' in root ? undefined : decodeMelding(root)
  if (decoded?.type !== 'melding') return expect.fail('a melding')
  expect(faultsIn(decoded.melding)).toEqual([])
  return expect(throughXml(decoded.melding)).toEqual(innlagt)
})

function doctor(): Address {
  const address = { type: 'RES', street: 'Storgata 1', postalCode: '0155', city: 'Oslo' }
  const contact = { address, telecom: [{ type: 'HP', uri: 'tel:73555555' }, { uri: 'mailto:post@example.no' }] }
  const person = { givenName: 'Gunn', familyName: 'Omsorg', idents: her('72'), profession: 'LE', contact }
  return { organisation: { ...gp.organisation, contact: { address } }, person }
}

function atHome(): Melding['envelope']['patient'] {
  return { ...envelope.patient, contact: { address: { type: 'H', postalCode: '0155' } } }
}

function attachment(mimeType: string, base64: string) {
  return { mimeType, description: 'Bilde av <sår>', base64 }
}

function reference() {
  return { mimeType: 'application/pdf', base64: '', reference: 'https://example.no/a?b=1&c=2' }
}

function refs(refToParent: string, refToConversation: string) {
  return { refToParent, refToConversation }
}

function withoutPatient(): Melding['envelope'] {
  const { patient: _patient, ...rest } = envelope
  return rest
}
