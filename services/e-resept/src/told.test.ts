/** Who is told beside those whom every dispensing is told to: the chosen pharmacy (M21), and the medicines agency (M20). */
import { contentOf, encodeMelding, eReseptCs, herIdOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { changed, landscape, m1, m10, m93, openReseptformidler, parties, patient, sentIn } from './handle.examples.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const pharmacy = landscape.party(parties.apotek)
const EkspAnm = {
  Vilkar: 'true',
  MetodeEkspedering: eReseptCs('7404', 'U'),
  Utleverer: parties.apotek,
  Kontaktperson: 'Rolig Fjell',
  OrgNrUtleverer: pharmacy?.organisation.organisationNumber ?? '',
  UtlevererNavn: pharmacy?.name ?? ''
}
const sentTo = (id: string): Melding => changed(m1(id), 'M1', (content) => payloadOf('M1', { ...content, EkspAnm }))
const unlicensed = (id: string): Melding =>
  changed(m1(id), 'M1', (content) => {
    const { ReseptDokLegemiddel: legemiddel } = content
    if (legemiddel === undefined) throw new Error('expected a medicine')
    const LegemiddelUtenMt = { Begrunnelse: 'Finnes ikke ellers', Produsent: 'Fjell', DirektesoknadSlv: 'false' }
    return payloadOf('M1', { ...content, ReseptDokLegemiddel: { ...legemiddel, LegemiddelUtenMt } })
  })

test('the chosen pharmacy is asked to dispense, and the prescription is its alone', () => {
  const rf = openReseptformidler()
  const written = sentTo('a')
  const { msgId } = written.envelope
  const [asked] = sentIn(rf.hear(written))
  expect([asked && herIdOf(asked.envelope.receiver), asked?.envelope.conversation]).toEqual([
    parties.apotek,
    { refToParent: msgId, refToConversation: msgId }
  ])
  expect(asked && contentOf(asked.payload, 'M21')).toEqual({
    type: 'content',
    content: { ReseptId: msgId, Fnr: patient.id, Navn: `${patient.givenName} ${patient.familyName}`, EkspAnm }
  })
  const others = rf.ask(m93('takes', msgId, { from: parties.annetApotek }))
  expect(others.type === 'appRec' && others.refusal?.errors[0]?.code).toBe('70')
})

test('the medicines agency is told of what has no marketing authorisation, and not whose it is', () => {
  const rf = openReseptformidler()
  const written = unlicensed('a')
  rf.hear(written)
  rf.ask(m93('takes', written.envelope.msgId))
  const told = sentIn(rf.hear(m10('b', 'a'))).find(({ envelope }) => envelope.type === 'ERM20')
  expect([told?.envelope.patient, told && landscape.party(herIdOf(told.envelope.receiver) ?? '')?.tjeneste]).toEqual([
    undefined,
    '8658-8'
  ])
})

test.skipIf(!judge.isThere)('both are valid by the official schemas', () => {
  const rf = openReseptformidler()
  const written = unlicensed('b')
  const sent = [...sentIn(rf.hear(sentTo('a'))), ...sentIn(rf.hear(written))]
  rf.ask(m93('takes', written.envelope.msgId))
  sent.push(...sentIn(rf.hear(m10('c', 'b'))))
  expect(sent.map((melding) => [melding.envelope.type, judge.faultsIn(encodeMelding(melding), '/eresept/')])).toEqual(
    ['ERM21', 'ERM6', 'ERM81', 'ERM20'].map((type) => [type, []])
  )
})
