/** What is sent because of the happenings is the plan, to the unit: counted by playing the receivers' part. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAnswered } from './answering.ts'
import { deathPlan } from './deaths/death-plan.ts'
import { deaths } from './deaths/deaths.ts'
import { Hendelse } from './hendelse.ts'
import { hendelser } from './hendelser.ts'
import type { Landscape } from './landscape.ts'
import { createLandscape } from './landscape.ts'
import type { ScaledPlan } from './plan.ts'
import { scaledPlan } from './plan.ts'
import { calendar } from './time/calendar.ts'

const years = [2018, 2019, 2020, 2021]
const landscapes = new Map(
  years.map((year) => [year, createLandscape({ year, seed: 'h', size: { municipalities: 40 } })])
)
function landscapeOf(year: number): Landscape {
  const landscape = landscapes.get(year)
  if (landscape === undefined) throw new Error(`expected ${years.join(', ')}, got ${year}`)
  return landscape
}
const planOf = (year: number, scale: number, month?: number) =>
  scaledPlan(year, { scale, systems: ['care-messages'], ...(month !== undefined && { month }) })

/** Sendings between business types: 101>102 is hospital trust to municipality. */
function count(landscape: Landscape, all: Iterable<readonly Hendelse[]>): Record<string, number> {
  const sendings: Record<string, number> = { '101>102': 0, '102>103': 0, '103>102': 0, '102>101': 0 }
  const kind = (herId: string) => landscape.party(herId)?.organisation.businessType
  const send = (from: string, to: string) => {
    const pair = `${kind(from)}>${kind(to)}`
    sendings[pair] = (sendings[pair] ?? 0) + 1
  }
  const cancelled = new Set<string>()
  for (const one of [...all].flat()) {
    // The first of two is refused with E36, or is a duplicate of the same MsgId: it is counted and not answered.
    for (let times = one.variant === 'plain' ? 1 : 2; times > 0; times--)
      for (const to of [one.counterpart, ...one.copies]) send(one.actor, to)
    if (one.status === 'C' && one.previous !== undefined) cancelled.add(one.previous)
    const answerable = { meldingType: one.meldingType, status: one.status, content: one.detail }
    if (isAnswered(answerable) && !cancelled.has(one.id)) send(one.counterpart, one.actor)
  }
  return sendings
}

const planned = (plan: ScaledPlan) => {
  const of = (type: string) => plan.rows.find((row) => row.type === `care ${type}`)?.planned
  return {
    '101>102': of('hf-to-municipality'),
    '102>103': of('municipality-to-gp'),
    '103>102': of('gp-to-municipality'),
    '102>101': of('municipality-to-hf')
  }
}

const tell = (plan: ScaledPlan, seed = 's') => hendelser({ landscape: landscapeOf(plan.year), plan, seed })

test.each(years)('the sendings of %i at 1 : 1000 are the plan in every direction', (year) => {
  const plan = planOf(year, 1000)
  expect(count(landscapeOf(year), tell(plan))).toEqual(planned(plan))
})

test('the sendings are the plan for any scale, year, month and seed', () => {
  fc.assert(
    fc.property(
      fc.record({
        year: fc.constantFrom(...years),
        month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
        scale: fc.oneof(fc.integer({ min: 1000, max: 20_000 }), fc.integer({ min: 20_000, max: 5_000_000 })),
        seed: fc.string()
      }),
      ({ year, month, scale, seed }) => {
        const plan = planOf(year, scale, month)
        expect(count(landscapeOf(year), tell(plan, seed))).toEqual(planned(plan))
      }
    ),
    { numRuns: 60 }
  )
}, 60_000)

const plan2019 = planOf(2019, 500)
const told = [...tell(plan2019)].flat()
const byId = new Map(told.map((one) => [one.id, one]))

test('each happening is a Hendelse, and says truly whether an answer is due', () => {
  const cancelled = new Set<string>()
  for (const one of told) {
    expect(Hendelse.parse(one)).toEqual(one)
    if (one.status === 'C' && one.previous !== undefined) cancelled.add(one.previous)
    const due = isAnswered({ meldingType: one.meldingType, status: one.status, content: one.detail })
    expect(one.expectsAnswer).toBe(due && !cancelled.has(one.id))
  }
})

test('no two happenings share an id, in the year or with another seed', () => {
  const other = [...tell(plan2019, 't')].flat()
  expect(new Set([...told, ...other].map(({ id }) => id)).size).toBe(told.length + other.length)
})

test('batches are small and in order of time', () => {
  let before = 0
  for (const batch of tell(plan2019)) {
    expect(batch.length).toBeGreaterThan(0)
    expect(batch.length).toBeLessThanOrEqual(256)
    for (const { at } of batch) {
      expect(at).toBeGreaterThanOrEqual(before)
      before = at
    }
  }
})

test('a happening refers to what came before it, but for a cancellation that overtakes', () => {
  let overtaking = 0
  for (const { first, previous, status, at, patient } of told) {
    if (first === undefined || previous === undefined) continue
    expect(byId.get(previous)?.patient).toBe(patient)
    expect(byId.get(first)?.first).toBe(undefined)
    if ((byId.get(previous)?.at ?? 0) < at) continue
    expect(status).toBe('C')
    overtaking++
  }
  expect(overtaking).toBeGreaterThan(0)
})

test('a month’s happenings and their answers fall within the month', () => {
  const hours = calendar(2019).hoursOf(2)
  const all = [...tell(planOf(2019, 500, 2))].flat()
  expect(Math.min(...all.map(({ at }) => at))).toBeGreaterThanOrEqual(hours[0]?.at ?? 0)
  expect(Math.max(...all.map(({ at }) => at))).toBeLessThan((hours.at(-1)?.at ?? 0) - 4 * 3_600_000)
})

test('about 94 % happens on working days', () => {
  const { isWorkingDay } = calendar(2019)
  const working = told.filter(({ at }) => isWorkingDay(at)).length / told.length
  expect(working).toBeGreaterThan(0.93)
  expect(working).toBeLessThan(0.95)
})

test('most stays are at the hospital trust of the patient, and a few are not', () => {
  const landscape = landscapeOf(2019)
  const admissions = told.filter(({ meldingType }) => meldingType === 'LOG_INNLAGT')
  const crossing = admissions.filter(
    ({ actor, patient }) => landscape.party(actor)?.organisation.herId !== landscape.person(patient).hospitalTrust
  ).length
  expect(crossing / admissions.length).toBeGreaterThan(0)
  expect(crossing / admissions.length).toBeLessThan(0.08)
})

test.each(['poor-patient', 'resend'] as const)('some are of the variant %s', (variant) => {
  expect(told.some((one) => one.variant === variant)).toBe(true)
})

test('FRAVARSMELDING is sent until 2020 and no more', () => {
  const sent = (year: number) => [...tell(planOf(year, 500))].flat().map(({ meldingType }) => meldingType)
  expect(sent(2020)).toContain('FRAVARSMELDING')
  expect(sent(2021)).not.toContain('FRAVARSMELDING')
})

test('whoever is told of as dead has died, and is told of once', () => {
  const died = new Map(
    deaths({ landscape: landscapeOf(2019), plan: deathPlan(plan2019), seed: 's' }).map(({ fodselsnummer, at }) => [
      fodselsnummer,
      at
    ])
  )
  const first = Math.min(...died.values())
  const notices = told.filter(({ meldingType, at }) => meldingType === 'LOG_DOD' && at > first)
  const isLate = ({ patient, at }: Hendelse) => (died.get(patient) ?? Number.POSITIVE_INFINITY) <= at
  expect(notices.length).toBeGreaterThan(20)
  expect(notices.filter(isLate).length / notices.length).toBeGreaterThan(0.9)
  const patients = notices.filter(isLate).map(({ patient }) => patient)
  expect(new Set(patients).size).toBe(patients.length)
})
