/** Deaths: as many as were published, by the form by which they were told, each person once. */
import { expect, test } from 'vitest'
import { lookUpReport } from '../books/look-up-rows.ts'
import { createLandscape } from '../landscape.ts'
import { deathCounts, deathPlan } from './death-plan.ts'
import { type Death, deaths } from './deaths.ts'
import { isCovidDeath } from '@budstikka/meldinger'

const landscape = createLandscape({ year: 2021, seed: '1', size: { municipalities: 5 } })
const plan = deathPlan({ year: 2021, scale: 10 })
const all = deaths({ landscape, plan, seed: '1' })

/** What the two registers would count of them. */
function countedOf(told: readonly Death[]): Record<string, number> {
  const tall: Record<string, number> = {}
  const add = (what: string) => (tall[what] = (tall[what] ?? 0) + 1)
  for (const { kanal, dodsdato, dodsarsak } of told) {
    const month = dodsdato.slice(0, 7)
    add(deathCounts.dodsfall(kanal, month))
    add(deathCounts.arsak(kanal, month))
    if (isCovidDeath(dodsarsak)) add(deathCounts.arsak('korona', month))
  }
  return tall
}

test.each([
  [2018, 40_840, 20],
  [2019, 40_684, 810],
  [2020, 40_611, 18_300],
  [2021, 42_002, 35_700]
])('of %i deaths are %i, and %i of them told electronically', (year, died, electronic) => {
  const { rows } = deathPlan({ year, scale: 1 })
  const planned = (type: string) => rows.find((row) => row.type === type)?.planned
  expect([planned('deaths'), planned('of these electronically'), planned('of these on paper')]).toEqual([
    died,
    electronic,
    died - electronic
  ])
})

test('in December 2021, 95 % were told electronically, whether the year or the month is played', () => {
  for (const month of [undefined, 12]) {
    const december = deathPlan({ year: 2021, month, scale: 1 }).planned.filter((death) => death.month === '2021-12')
    const electronic = december.filter(({ kanal }) => kanal === 'elektronisk').length
    expect((100 * electronic) / december.length).toBeGreaterThan(94.5)
    expect((100 * electronic) / december.length).toBeLessThan(95.5)
  }
})

test('the share that is electronic grows month by month through 2020 and 2021', () => {
  const shares = [2020, 2021].flatMap((year) => {
    const { planned } = deathPlan({ year, scale: 1 })
    return Array.from({ length: 12 }, (_, month) => {
      const own = planned.filter((death) => Number(death.month.slice(5)) === month + 1)
      return own.filter(({ kanal }) => kanal === 'elektronisk').length / own.length
    })
  })
  expect(shares).toEqual(shares.toSorted((one, other) => one - other))
})

test('what the registers are told is what was planned and published, row by row', () => {
  expect(lookUpReport(plan.rows, countedOf(all), 10).filter(({ equal }) => !equal)).toEqual([])
})

test('planted: a death that no register has heard of is found', () => {
  expect(lookUpReport(plan.rows, countedOf(all.slice(1)), 10)[0]).toMatchObject({ type: 'deaths', equal: false })
})

test('paper reaches the register one to two weeks later, and nobody dies twice', () => {
  const days = all.flatMap(({ kanal, at, toldAt }) => (kanal === 'papir' ? [(toldAt - at) / 86_400_000] : []))
  expect([Math.min(...days) >= 7, Math.max(...days) <= 14, days.length > 0]).toEqual([true, true, true])
  expect(new Set(all.map(({ fodselsnummer }) => fodselsnummer)).size).toBe(all.length)
})

test('the same plan and seed give the same deaths, in order of the time at which they are told', () => {
  expect(deaths({ landscape, plan, seed: '1' })).toEqual(all)
  expect(all).toEqual(all.toSorted((one, other) => one.toldAt - other.toldAt))
})
