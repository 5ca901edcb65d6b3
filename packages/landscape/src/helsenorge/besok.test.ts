/** What visitors do comes in order, and is the plan to the unit when visits are told apart by half an hour of silence. */
import { expect, test } from 'vitest'
import { familyOf } from '../family.ts'
import { createLandscape } from '../landscape.ts'
import { citizensIn, lookUpPlan } from '../look-ups.ts'
import { type Aktivitet, aktiviteter } from './besok.ts'
import { helsenorgePlan } from './helsenorge-plan.ts'

const landscape = createLandscape({ year: 2021, seed: 'helsenorge', size: { municipalities: 2 } })

/** Told apart anew, by the published definition alone. */
function countsOf(all: readonly Aktivitet[]): Readonly<Record<string, number>> {
  const last = new Map<string, number>()
  const counts: Record<string, number> = {}
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1)
  for (const { at, besokende, handling } of all) {
    if (at - (last.get(besokende) ?? -Infinity) >= 30 * 60_000) count('besok')
    last.set(besokende, at)
    if (handling === 'innlogging') count(handling)
    else if (handling !== 'side' && handling !== 'fullmakt') count(`tjeneste.${handling}`)
  }
  return counts
}

test.each([
  [2018, undefined, 20_000],
  [2019, undefined, 20_000],
  [2021, undefined, 20_000],
  [2021, 2, 2_500]
])('%i, month %s, at 1 : %i', (year, month, scale) => {
  const plan = helsenorgePlan({ year, month, scale })
  const all = [...aktiviteter({ landscape, plan, seed: '1' })]
  const planned = plan.rows.flatMap(({ counts: [name = ''], planned: count }) =>
    name === 'soknad' ? [] : [[name, count]]
  )
  expect(countsOf(all)).toEqual(Object.fromEntries(planned))
  expect(all.every(({ at }, i) => at >= (all[i - 1]?.at ?? 0))).toBe(true)
})

test('each person of the plan looks at their own core record once, in a visit', () => {
  const [plan, lookUps] = [helsenorgePlan({ year: 2021, scale: 20_000 }), lookUpPlan({ year: 2021, scale: 20_000 })]
  const all = [...aktiviteter({ landscape, plan, seed: '1', lookUps })]
  const looks = all.filter(({ handling }) => handling === 'kjernejournal')
  expect(looks.length).toBe(citizensIn(lookUps))
  expect(new Set(looks.map(({ besokende }) => besokende)).size).toBe(looks.length)
  expect(countsOf(all)['besok']).toBe(plan.rows[0]?.planned)
})

test('who looks at another’s medicines is a parent of a child, or has been given a fullmakt before', () => {
  const plan = helsenorgePlan({ year: 2019, scale: 1_000 })
  const given = new Set<string>()
  const by = { FO: 0, FU: 0 }
  for (const { handling, besokende, haver, gjelder } of aktiviteter({ landscape, plan, seed: '1' })) {
    if (handling === 'fullmakt') given.add(`${besokende} ${haver}`)
    if (gjelder === undefined) continue
    const isGiven = given.has(`${gjelder} ${besokende}`)
    by[isGiven ? 'FU' : 'FO']++
    if (!isGiven) expect(familyOf(landscape.seed, gjelder).parents).toContain(besokende)
  }
  expect(by.FO).toBeGreaterThan(by.FU)
  expect(by.FU).toBeGreaterThan(0)
})

test('the same seed gives the same visitors, and another gives others', () => {
  const of = (seed: string) => [
    ...aktiviteter({ landscape, plan: helsenorgePlan({ year: 2021, scale: 1_000_000 }), seed })
  ]
  expect(of('1')).toEqual(of('1'))
  expect(of('1')).not.toEqual(of('2'))
})

test('applications for refund are the published ones of 2019, and unknown in 2021', () => {
  const of = (year: number) =>
    helsenorgePlan({ year, scale: 1_000 }).rows.filter(({ counts }) => counts[0] === 'soknad')
  expect(of(2019)).toEqual([
    {
      type: 'electronic applications',
      sender: 'patient',
      receiver: 'Pasientreiser HF',
      status: 'P',
      counts: ['soknad'],
      planned: 899,
      published: { value: 899_000, low: 898_000, high: 900_000 }
    }
  ])
  expect(of(2021)).toEqual([])
})
