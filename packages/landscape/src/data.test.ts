/** The facts in data/ are those of the sheets, where the sheets are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readRows } from './data.ts'
import { municipalitiesOf } from './municipalities.ts'
import { planFor } from './plan.ts'

const shared = new URL('../../../../shared/', import.meta.url)
const why = existsSync(shared) ? '' : ' (skipped: the folder shared is not beside the checkout)'
const withShared = test.skipIf(!existsSync(shared))
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, shared), 'utf8'))

const Kommuner = z.object({
  years: z.record(z.string(), z.array(z.object({ nummer: z.string(), navn: z.string(), folketall2015: z.number() })))
})

withShared.each([2018, 2019, 2020])(`the municipalities of %i are those of SSB${why}`, (year) => {
  const { years } = Kommuner.parse(read('landscape/kommuner.json'))
  expect(municipalitiesOf(year).map(({ number, name, weight }) => [number, name, weight])).toEqual(
    years[year]
      ?.map(({ nummer, navn, folketall2015 }) => [nummer, navn, folketall2015])
      .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
  )
})

const Plan = z.object({
  rows: z.array(
    z.object({
      year: z.number(),
      system: z.string(),
      type: z.string(),
      sender: z.string(),
      receiver: z.string(),
      count: z.number().nullable(),
      status: z.string(),
      in_medical_total: z.boolean(),
      published_id: z.array(z.string()).nullable()
    })
  )
})
const Published = z.array(
  z.object({ id: z.string(), kind: z.string(), value: z.number(), accept: z.tuple([z.number(), z.number()]) })
)

withShared(`the plan is the sheet's, row by row${why}`, () => {
  const { rows } = Plan.parse(read('volumes/plan.json'))
  const ours = [2018, 2019, 2020, 2021, 2022, 2023].flatMap((year) => planFor(year))
  expect(ours).toMatchObject(
    rows
      .toSorted((one, other) => one.year - other.year)
      .map(({ year, system, type, sender, receiver, count, status, in_medical_total }) => ({
        year,
        system,
        type,
        sender,
        receiver,
        status,
        count: count ?? undefined,
        inMedicalTotal: in_medical_total
      }))
  )
})

withShared(`a published row carries the figure and the interval in which all its publications agree${why}`, () => {
  const figures = Published.parse(read('volumes/volumes.json'))
  const { rows } = Plan.parse(read('volumes/plan.json'))
  for (const row of rows.filter(({ status, published_id }) => status === 'P' && published_id !== null)) {
    const its = figures.filter(({ id, kind }) => kind !== 'delta' && row.published_id?.includes(id))
    expect(planFor(row.year).find((own) => own.type === row.type && own.system === row.system)?.published).toEqual({
      value: its[0]?.value,
      low: Math.max(...its.map(({ accept }) => accept[0])),
      high: Math.min(...its.map(({ accept }) => accept[1]))
    })
  }
})

withShared(`every service type has the name of its list${why}`, () => {
  const lists = z.record(z.string(), z.record(z.string(), z.string())).parse(read('standards/kodeverk.json'))
  for (const row of readRows('tjenester.tsv')) {
    const [list = '', code = ''] = row('tjeneste').split('-')
    expect(row('name')).toBe(lists[list]?.[code])
  }
})
