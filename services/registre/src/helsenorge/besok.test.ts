/** Visits and log-ins are counted by the published definitions, and every batch once. */
import { createLandscape, createRng } from '@budstikka/landscape'
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { follow } from './besok.ts'
import { Aktivitet, openBesokende } from './besokende.ts'
import { openFullmakter } from './fullmakter.ts'

const at = Date.UTC(2021, 5, 1, 10)
const minute = 60_000
const landscape = createLandscape({ year: 2021, seed: '1', size: { municipalities: 1 } })
const besokende = landscape.randomPerson(createRng('helsenorge')).id
/** With nobody behind the services. */
const onHelsenorge = (store = openMemoryStore()) =>
  openBesokende(store, {
    fullmakter: openFullmakter(store, () => 40),
    innsyn: { wish: () => undefined },
    rett: () => 'selv'
  })
const batch = (nummer: number, ...done: [minutes: number, handling: Aktivitet['aktivitet'][number]['handling']][]) =>
  Aktivitet.parse({
    kjoring: 'k',
    nummer,
    aktivitet: done.map(([minutes, handling]) => ({ at: at + minutes * minute, besokende, handling }))
  })

test('a visit goes on for less than 30 minutes of silence, and ends with them', () => {
  const { besok } = must(follow(undefined, at, 'side'))
  expect(must(follow(besok, at + 30 * minute - 1, 'side')).counts).toEqual([])
  expect(must(follow(besok, at + 30 * minute, 'side')).counts).toEqual(['besok'])
})

test('each log-in counts, and each visit to a service, within one visit too', () => {
  const visitors = onHelsenorge()
  visitors.take(batch(0, [0, 'side'], [1, 'innlogging'], [2, 'meldinger'], [3, 'innlogging'], [4, 'meldinger']))
  expect(visitors.tall()).toEqual({ besok: 1, innlogging: 2, 'tjeneste.meldinger': 2 })
})

test('a service needs a log-in within the visit', () => {
  const visitors = onHelsenorge()
  expect(visitors.take(batch(0, [0, 'timer'], [1, 'innlogging'], [2, 'timer'], [40, 'timer']))).toEqual({ avvist: 2 })
  expect(visitors.tall()).toEqual({ besok: 1, innlogging: 1, 'tjeneste.timer': 1 })
})

test('a visit goes on over batches and a restart, and a batch that is told again counts nothing', () => {
  const store = openMemoryStore()
  onHelsenorge(store).take(batch(0, [0, 'innlogging']))
  const again = onHelsenorge(store)
  again.take(batch(0, [0, 'innlogging']))
  again.take(batch(1, [29, 'meldinger']))
  expect(again.tall()).toEqual({ besok: 1, innlogging: 1, 'tjeneste.meldinger': 1 })
  expect(again.present()).toBe(1)
})

test('whose visit has ended is forgotten', () => {
  const visitors = onHelsenorge()
  const other = landscape.randomPerson(createRng('another')).id
  visitors.take(batch(0, [0, 'side']))
  visitors.take(
    Aktivitet.parse({
      kjoring: 'k',
      nummer: 1,
      aktivitet: [{ at: at + 61 * minute, besokende: other, handling: 'side' }]
    })
  )
  expect(visitors.present()).toBe(1)
})

test('a number that may be a real person’s is refused', () => {
  const real = { kjoring: 'k', nummer: 0, aktivitet: [{ at, besokende: '01010112345', handling: 'side' }] }
  expect(Aktivitet.safeParse(real).success).toBe(false)
})

function must(followed: ReturnType<typeof follow>) {
  return followed === 'ikke innlogget' ? expect.fail('expected to be let in') : followed
}
