/** What visitors do comes in order, and is the plan to the unit when visits are told apart by half an hour of silence. */
import { expect, test } from 'vitest'
import { createLandscape } from '../landscape.ts'
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
    else if (handling !== 'side') count(`tjeneste.${handling}`)
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
