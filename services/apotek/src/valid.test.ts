/** Everything that a pharmacy asks and sends is valid by the official schemas, driven through what it decides. */
import { createLandscape, createRng, type Hendelse } from '@budstikka/landscape'
import { derivedUuid, encodeMelding, type Melding } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { openMemoryStore } from '@budstikka/transport'
import { afterAll, expect, test } from 'vitest'
import { act } from './handle.ts'
import { openKrav } from './krav.ts'
import { asksForList, asksForMedicineList, takesInHand } from './questions.ts'
import { tjenester } from './service.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const landscape = createLandscape({ year: 2019, seed: 'apotek', size: { municipalities: 2 } })
const [[from], [to]] = [landscape.find('8664-FR'), landscape.find('8658-1')]
if (from === undefined || to === undefined) throw new Error('expected a pharmacy and Reseptformidleren')
const patient = landscape.randomPerson(createRng('apotek'), { bornFrom: 1950, bornTo: 1980 })
/** 2 December 2019, 09:00 in Norway. */
const at = Date.UTC(2019, 11, 2, 8)

const dispensed = (first: string, detail: string): Hendelse => ({
  id: `utlevert ${first}`,
  at: at + 60_000,
  meldingType: 'ERM10',
  actor: from.herId,
  counterpart: to.herId,
  patient: patient.id,
  status: 'N',
  copies: [],
  variant: 'plain',
  expectsAnswer: false,
  first,
  firstAt: at,
  detail
})
// As many prescriptions as it takes to have every medicine of FEST among them.
const happenings = Array.from({ length: 60 }, (_, i) => dispensed(`r${i}`, 'x1 siste'))
const rare = ['x2', 'x1 avbrutt', 'x1 papir', 'x1 siste uten-mt'].map((detail) => dispensed(detail, detail))
const others = ['ERM271', 'ERM253', 'ERM3'].map((meldingType) => ({ ...dispensed(meldingType, 'x1'), meldingType }))

test.skipIf(!judge.isThere)('what a pharmacy asks is valid', () => {
  const [hendelse] = happenings
  if (hendelse === undefined) return
  const about = { reseptId: derivedUuid(at, 'r'), begins: derivedUuid(at, 'm91'), follows: derivedUuid(at, 'm92') }
  const parties = { from, to }
  const asked = [
    asksForList(hendelse, parties),
    takesInHand(hendelse, parties, about),
    asksForMedicineList(hendelse, parties)
  ]
  expect(asked.map(faultsIn)).toEqual([[], [], []])
})

test.skipIf(!judge.isThere)('what a pharmacy reports is valid, whatever was dispensed', () => {
  const hendelser = [...happenings, ...rare, ...others]
  const nedlastet = { [hendelser[0]?.id ?? '']: { begins: derivedUuid(at, 'm91'), m94: derivedUuid(at, 'm94') } }
  const effects = act(
    { type: 'event', name: 'hendelse', id: '1', data: { hendelser, nedlastet } },
    { now: at, register: landscape, tjenester, krav: openKrav(openMemoryStore()), person: landscape.person }
  )
  const sent = effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))
  expect(sent.length).toBe(hendelser.length)
  expect(sent.flatMap(faultsIn)).toEqual([])
})

function faultsIn(melding: Melding): readonly string[] {
  return judge.faultsIn(encodeMelding(melding), '/eresept/')
}
