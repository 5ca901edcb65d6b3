/** The receipt for a melding, in both versions, mirrored and valid. */
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { decodeMelding } from '../decode.ts'
import { encodeAppRec } from '../encode.ts'
import type { Address, Envelope } from '../melding.ts'
import { sharedFolder } from '../shared-folder.ts'
import { readXml } from '../xml/reader.ts'
import { openXsd } from '../xsd.ts'
import { appRecFor } from './app-rec-for.ts'

const her = (id: string) => ({ id, kind: 'HER' })
const hospital: Address = {
  organisation: { name: 'Øvre sykehus', idents: [her('59'), { id: '983974678', kind: 'ENH' }] },
  service: { name: 'Ortopedisk kirurgi', idents: [her('90998'), { id: '4208786', kind: 'RSH' }] }
}
const municipality: Address = {
  organisation: { name: 'Nedre kommune', idents: [her('99387')] },
  service: { name: 'Sykepleietjeneste', idents: [her('5078')] }
}
const gp: Address = {
  organisation: { name: 'Legene', idents: [her('71')] },
  person: { givenName: 'Gunn Å', familyName: 'Omsorg', idents: [her('72'), { id: '9876543', kind: 'HPR' }] }
}
const envelope: Envelope = {
  type: 'LOG_INNLAGT',
  msgId: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a01',
  genDate: '2026-01-05T10:11:54',
  sender: hospital,
  receiver: municipality,
  copies: []
}
const e36 = {
  code: 'E36',
  codeSystem: '2.16.578.1.12.4.1.1.8221',
  name: 'Pasientopplysninger er utilstrekkelige',
  text: 'Mangler <navn>'
}
const receipt = {
  role: 'PRIM',
  answeredBy: municipality,
  status: '1',
  errors: [],
  id: '7d2a3d2e-61b8-4a53-8f0e-0a7a8c0f0b02',
  genDate: '2026-01-05T10:12:31'
} as const

const xsd = sharedFolder === undefined ? undefined : openXsd(join(sharedFolder, 'xsd/envelope'))
afterAll(() => xsd?.[Symbol.dispose]())

function throughXml(appRec: Parameters<typeof encodeAppRec>[0]): unknown {
  const bytes = Buffer.from(encodeAppRec(appRec))
  expect(xsd?.validate(bytes) ?? []).toEqual([])
  const root = readXml(bytes)
  return 'type' in root ? root : decodeMelding(root)
}

describe.each(['1.0', '1.1'] as const)('AppRec %s', (version) => {
  const cases = {
    'a positive one': appRecFor(envelope, { ...receipt, version }),
    'a negative one': appRecFor(envelope, { ...receipt, status: '2', errors: [e36], version }),
    'one of a copy receiver': appRecFor(envelope, { ...receipt, role: 'COP', answeredBy: gp, version }),
    'one to a person': appRecFor({ ...envelope, sender: gp }, { ...receipt, version }),
    'one from a person without an organisation': appRecFor(envelope, {
      ...receipt,
      answeredBy: { ...gp, organisation: { name: '', idents: [] } },
      version
    })
  }

  test.each(Object.entries(cases))('%s is valid and read as it was meant', (_name, appRec) => {
    expect(throughXml(appRec)).toEqual({ type: 'appRec', appRec })
  })
})

test('the addresses are mirrored, with every identifier', () => {
  const xml = encodeAppRec(appRecFor(envelope, { ...receipt, version: '1.1' }))
  expect(xml).toContain(
    '<Receiver><Role V="AVS" DN="Avsender"/><HCP><Inst><Name>Øvre sykehus</Name><Id>59</Id><TypeId V="HER" DN="HER-id"/>' +
      '<Dept><Name>Ortopedisk kirurgi</Name><Id>90998</Id><TypeId V="HER" DN="HER-id"/>'
  )
  expect(xml).toContain(
    '<AdditionalId><Id>983974678</Id><Type V="ENH" DN="Organisasjonsnummeret i Enhetsregister"/></AdditionalId>'
  )
})

test('a person beside a service is not mirrored', () => {
  const both = { ...gp, service: { name: 'Fastlegetjeneste', idents: [her('73')] } }
  expect(encodeAppRec(appRecFor({ ...envelope, sender: both }, { ...receipt, version: '1.1' }))).not.toContain(
    'HCPerson'
  )
})

test('the original is named by its type, its time and its MsgId', () => {
  const { original } = appRecFor(envelope, { ...receipt, version: '1.1' })
  expect(original).toEqual({ type: 'LOG_INNLAGT', genDate: '2026-01-05T10:11:54', id: envelope.msgId })
})

test.each(['', 'i går'])('an original of the time "%s" is answered with the time of the receipt', (genDate) => {
  const { original } = appRecFor({ ...envelope, genDate }, { ...receipt, version: '1.1' })
  expect(original.genDate).toBe(receipt.genDate)
})
