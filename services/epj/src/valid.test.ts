/** Every prescription and recall that a journal system sends is valid by the official schemas, driven through what it decides. */
import { msgIdOf } from '@budstikka/landscape'
import { encodeMelding } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { fastlege, handle, happened, hendelseOf, hospital, landscape } from './handle.examples.ts'
import { asksForList, asksForMedicineList, asksForRefNr, asksForUtleveringer } from './questions.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const counterpart = landscape.find('8658-1')[0]?.herId ?? ''
const ward = landscape.find('8666-FR')[0]?.herId ?? hospital
// As many prescriptions as it takes to have every medicine of FEST among them.
const written = Array.from({ length: 60 }, (_, i) =>
  hendelseOf({ id: `r${i}`, meldingType: 'ERM1', actor: i % 2 === 0 ? fastlege : ward, counterpart, detail: 'x2' })
)
const utenMt = hendelseOf({ id: 'u', meldingType: 'ERM1', actor: fastlege, counterpart, detail: 'x1 uten-mt' })
const locked = hendelseOf({
  id: 'l',
  meldingType: 'ERM1',
  actor: fastlege,
  counterpart,
  detail: 'x1 last',
  named: landscape.find('8664-FR')[0]?.herId
})
const multidose = ['ERM271', 'ERM251'].map((meldingType) =>
  hendelseOf({ id: meldingType, meldingType, actor: fastlege, counterpart, first: 'r0', firstAt: 1 })
)
const recalled = hendelseOf({ id: 'x', meldingType: 'ERM5', actor: ward, counterpart, first: 'r1', firstAt: 1 })

test.skipIf(!judge.isThere)('what a journal system prescribes and recalls is valid, whatever it prescribes', () => {
  const hendelser = [...written, utenMt, locked, recalled, ...multidose]
  const effects = handle(happened(...hendelser))
  const sent = effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))
  expect(sent.length).toBe(hendelser.length)
  expect(sent.flatMap((melding) => judge.faultsIn(encodeMelding(melding), '/eresept/'))).toEqual([])
})

test.skipIf(!judge.isThere)('what a prescriber asks is valid', () => {
  const [from, to] = [landscape.party(ward), landscape.party(counterpart)]
  if (from === undefined || to === undefined) throw new Error('expected both parties in the landscape')
  const parties = { from, to }
  const asked = [
    asksForRefNr(locked, parties),
    asksForList(recalled, parties),
    asksForMedicineList(recalled, parties),
    asksForUtleveringer(recalled, parties, msgIdOf(1, 'r1'))
  ]
  expect(asked.map((melding) => judge.faultsIn(encodeMelding(melding), '/eresept/'))).toEqual([[], [], [], []])
})
