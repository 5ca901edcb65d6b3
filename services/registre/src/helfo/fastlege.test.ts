/** Whose list a patient is on, as a journal system asks by XML: the living have a doctor, and the dead none. */
import { createLandscape, createRng } from '@budstikka/landscape'
import {
  addressOf,
  contentOf,
  decodeMelding,
  encodeMelding,
  type Melding,
  payloadOf,
  readXml
} from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { hear, lookUp } from '../hear.ts'
import { folkeregisterOf } from '../sysvak/folkeregister.ts'
import { fastlegeregister } from './fastlege.ts'

const landscape = createLandscape({ year: 2021, seed: 's', size: { municipalities: 1 } })
const now = Date.UTC(2021, 5, 1, 10)
const context = { now, register: landscape }
const register = (dodsdato?: string) => [
  fastlegeregister({ folkeregister: folkeregisterOf(landscape.person, () => dodsdato), landscape })
]

const everybody = Array.from({ length: 60 }, (_, i) => landscape.randomPerson(createRng('liste', i), {}))
const hasDoctor = ({ fastlege }: (typeof everybody)[number]) => landscape.party(fastlege)?.person !== undefined
const listed = everybody.find(hasDoctor) ?? expect.fail('somebody with a doctor')

const [hospital, office] = [landscape.places[0]?.trust.somatic ?? '', landscape.find('8658-5')[0]?.herId ?? '']
const partyOf = (herId: string) => landscape.party(herId) ?? expect.fail('a party')
const ask = (PasientFnr: string): Melding => ({
  envelope: {
    type: 'FastlegeForesporsel',
    msgId: '0190a2f4-0000-8000-8000-000000000001',
    genDate: new Date(now).toISOString(),
    sender: addressOf(partyOf(hospital)),
    receiver: addressOf(partyOf(office)),
    copies: []
  },
  payload: payloadOf('FastlegeForesporsel', { HentFastlege: { PasientFnr } }),
  attachments: []
})
const overWire = (melding: Melding) => {
  const root = readXml(Buffer.from(encodeMelding(melding)))
  const decoded = 'type' in root ? root : decodeMelding(root)
  return decoded.type === 'melding' ? decoded.melding : expect.fail(decoded.type)
}
const answerTo = (id: string, dodsdato?: string) =>
  lookUp(register(dodsdato), { melding: overWire(ask(id)), to: office, isRepeated: false }, context)
const refusalOf = (id: string, dodsdato?: string) => {
  const answer = answerTo(id, dodsdato)
  return answer.type === 'appRec' ? answer.refusal?.errors.map(({ text }) => text) : answer.type
}

test('the answer names the doctor, the office and the municipality', () => {
  const { person, organisation } = partyOf(listed.fastlege)
  const answer = answerTo(listed.id)
  const read = answer.type === 'answer' ? contentOf(overWire(answer.melding).payload, 'FastlegeSvar') : undefined
  expect(read).toMatchObject({
    type: 'content',
    content: {
      Kommune: { V: listed.municipality },
      LegekontorNavn: organisation.name,
      LegekontorOrgNr: organisation.organisationNumber,
      Lege: { FamilyName: person?.familyName, Ident: [{ Id: person?.hprNumber }] }
    }
  })
})

test('who is dead is on no list', () => {
  expect(refusalOf(listed.id, '2021-05-01')).toEqual(['Pasienten er død, og står ikke på noen fastlegeliste'])
})

test('a number that nobody has is refused, and one that could be real', () => {
  expect([refusalOf('12345'), refusalOf('01010112345')]).toEqual([
    ['Pasienten finnes ikke i Folkeregisteret'],
    ['Budstikka tar bare imot syntetiske personer']
  ])
})

test('a question through the stream is receipted and answered in its conversation', () => {
  const melding = overWire(ask(listed.id))
  const effects = hear(
    register(),
    { told: () => undefined },
    { type: 'melding', melding, to: office, role: 'PRIM' },
    context
  )
  const { msgId } = melding.envelope
  expect(effects).toMatchObject([
    { type: 'receipt' },
    { type: 'send', melding: { envelope: { type: 'FastlegeSvar', conversation: { refToParent: msgId } } } }
  ])
})
