/** The synthetic Norway is the same for one seed, and its parties are what the address register allows. */
import { createHash } from 'node:crypto'
import { isOrganisasjonsnummer, Party } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { hendelser } from './hendelser.ts'
import { createLandscape } from './landscape.ts'
import { scaledPlan } from './plan.ts'

const norway = createLandscape({ year: 2019, seed: 'n' })
const parties = [...norway.parties()]

/** Of all parties and of the first 10 000 happenings. */
function digest(seed: string): string {
  const landscape = createLandscape({ year: 2019, seed })
  const hash = createHash('sha256').update(JSON.stringify([...landscape.parties()]))
  const plan = scaledPlan(2019, { scale: 300, systems: ['care-messages'] })
  let told = 0
  for (const batch of hendelser({ landscape, plan, seed })) {
    for (const hendelse of batch) if (told++ < 10_000) hash.update(JSON.stringify(hendelse))
    if (told >= 10_000) break
  }
  return hash.digest('hex')
}

test('one seed gives one Norway and one course of happenings', () => {
  expect(digest('a')).toBe(digest('a'))
})

test('another seed gives another', () => {
  expect(digest('a')).not.toBe(digest('b'))
})

test.each([
  [2018, 422],
  [2019, 422],
  [2020, 356],
  [2023, 356]
])('%i has %i municipalities', (year, count) => {
  expect(createLandscape({ year, seed: 'n' }).municipalities).toHaveLength(count)
})

test('a year without a plan is refused', () => {
  expect(() => createLandscape({ year: 2017, seed: 'n' })).toThrow('expected a year from 2018 to 2023, got 2017')
})

test('the register has 15 000 to 20 000 parties, each as the register knows a party', () => {
  expect(parties.length).toBeGreaterThan(15_000)
  expect(parties.length).toBeLessThan(20_000)
  for (const party of parties) expect(Party.safeParse(party).success).toBe(true)
})

test('no two parties or organisations share a HER-id', () => {
  const organisations = new Set(parties.map((party) => party.organisation.herId))
  expect(new Set([...parties.map((party) => party.herId), ...organisations]).size).toBe(
    parties.length + organisations.size
  )
})

test('every organisation number has its check digit and is of the synthetic range', () => {
  for (const { organisation } of parties) {
    expect(organisation.organisationNumber).toMatch(/^30/)
    expect(isOrganisasjonsnummer(organisation.organisationNumber)).toBe(true)
  }
})

/** HIS 1153-3 table 2; a fastlege is a person of a 103. */
const allowed: Record<string, readonly string[]> = {
  '101': ['8659', '8660', '8666', '8668'],
  '102': ['8663', '8666'],
  '103': ['8660', '8663', '8666', '8668', '8669', 'person'],
  '104': ['8660', '8666'],
  '105': ['8660', '8666'],
  '108': ['8664', '8666'],
  '113': ['8658', '8659', '8660', '8666']
}

test('an organisation has services of the lists that its type may have, and no others', () => {
  for (const { organisation, tjeneste } of parties)
    expect(allowed[organisation.businessType]).toContain(tjeneste.split('-')[0])
})

test.each(['8663-KP02', '8663-KD0501', '8663-KP01', '8663-KA02', '8663-KF01'])(
  'every municipality has %s once',
  (tjeneste) => {
    expect(norway.find(tjeneste).map((party) => party.municipality)).toEqual(
      norway.municipalities.map((municipality) => municipality.number)
    )
  }
)

test('twenty hospital trusts serve all municipalities, and none of them stands idle', () => {
  expect(norway.trusts).toHaveLength(20)
  expect(new Set(norway.places.map((place) => place.trust.herId)).size).toBe(20)
})

test('five thousand patient lists have a GP as a person, or are KX17', () => {
  const lists = norway.find('person').length + norway.find('8663-KX17').length
  expect(lists).toBe(5010)
  expect(norway.find('8663-KX17').length).toBeGreaterThan(50)
})

test('the national services are there once each', () => {
  for (const tjeneste of ['8658-1', '8658-2', '8659-2', '8659-7']) expect(norway.find(tjeneste)).toHaveLength(1)
})

test('a part of Norway has its part of the parties', () => {
  const part = createLandscape({ year: 2019, seed: 'n', size: { municipalities: 5 } })
  expect(part.municipalities).toHaveLength(5)
  expect(part.find('8663-KP02')).toHaveLength(5)
  expect(part.find('person').length).toBeLessThan(2000)
  expect(part.trusts.length).toBeLessThan(6)
})

test('a party is found by its HER-id', () => {
  const [first] = parties
  expect(norway.party(first?.herId ?? '')).toBe(first)
  expect(norway.party('1')).toBeUndefined()
})
