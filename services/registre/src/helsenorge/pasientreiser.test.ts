/** An application is received, decided as time goes on, and paid where it is granted. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { openPasientreiser } from './pasientreiser.ts'
import { decide, egenandel, type Soknad } from './soknad.ts'

const at = Date.UTC(2019, 5, 1, 10)
const dayMs = 86_400_000
const fodselsnummer = createLandscape({ year: 2019, seed: '1', size: { municipalities: 1 } }).randomPerson(
  createRng('reise')
).id
const soknad: Soknad = {
  id: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a02',
  at,
  fodselsnummer,
  reiser: [
    { dato: '2019-05-20', utlegg: egenandel + 20_000 },
    { dato: '2019-05-21', utlegg: egenandel - 1 }
  ]
}
const noFrikort = { ceiling: 100, paid: () => 0 }
const open = () => openPasientreiser(openMemoryStore(), noFrikort)

test('an application is decided after two weeks and paid three days later', () => {
  const reiser = open()
  const seen = [reiser.apply(soknad)]
  for (const days of [14, 15, 18]) {
    reiser.comeTo(at + days * dayMs)
    seen.push(reiser.tilstand(soknad.id) as (typeof seen)[number])
  }
  expect(seen.map(({ tilstand, belop }) => [tilstand, belop])).toEqual([
    ['mottatt', undefined],
    ['mottatt', undefined],
    ['innvilget', 20_000],
    ['utbetalt', 20_000]
  ])
  expect(reiser.tall()).toEqual({ soknad: 1, mottatt: 0, innvilget: 0, utbetalt: 1 })
})

test('the same application again is the same one', () => {
  const reiser = open()
  reiser.apply(soknad)
  reiser.comeTo(at + 15 * dayMs)
  expect(reiser.apply(soknad)).toEqual({ tilstand: 'innvilget', belop: 20_000 })
  expect(reiser.tall()['soknad']).toBe(1)
})

test('who has a frikort pays no own share', () => {
  expect(decide(soknad, '2019-06-01', (dato) => dato === '2019-05-20')).toEqual({
    tilstand: 'innvilget',
    belop: egenandel + 20_000
  })
})

test.each([
  ['2019-05-01', 'Reisen var ikke gjennomført da det ble søkt', soknad.reiser],
  ['2019-06-01', 'Utleggene er ikke større enn egenandelen', [{ dato: '2019-05-20', utlegg: egenandel }]]
])('what is sent on %s is refused: %s', (today, begrunnelse, reiser) => {
  expect(decide({ ...soknad, reiser }, today, () => false)).toEqual({ tilstand: 'avslatt', begrunnelse })
})

test('an application that nobody has sent stands nowhere', () => {
  expect(open().tilstand(soknad.id)).toMatchObject({ status: 404 })
})
