/** What Grafana is given at its start: the sources that the dashboards read, each once. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { datasource } from './panels.ts'

const folder = join(import.meta.dirname, 'provisioning', 'datasources')
const Destinations = z.array(z.object({ datasourceUid: z.string() }))
const Source = z.object({
  uid: z.string(),
  jsonData: z.object({ exemplarTraceIdDestinations: Destinations.optional() }).optional()
})
const sources = readdirSync(folder).flatMap(
  (file) =>
    z.object({ datasources: z.array(Source) }).parse(parse(readFileSync(join(folder, file), 'utf8'))).datasources
)
const uids = sources.map(({ uid }) => uid)

test('no two sources have one uid: Grafana refuses the second', () => {
  expect(uids).toEqual([...new Set(uids)])
})

test('what the dashboards read is there, and where a count leads to its trace', () => {
  const leadsTo = sources.flatMap(({ jsonData }) => jsonData?.exemplarTraceIdDestinations ?? [])
  expect(leadsTo.length).toBeGreaterThan(0)
  expect(uids).toEqual(expect.arrayContaining([datasource.uid, ...leadsTo.map(({ datasourceUid }) => datasourceUid)]))
})
