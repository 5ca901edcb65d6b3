/** Every dashboard is whole: what it asks can be read, is about what is there, and is explained in Norwegian. */
import { splitPlanFor } from '@budstikka/landscape'
import { parser } from '@prometheus-io/lezer-promql'
import { describe, expect, test } from 'vitest'
import { aret } from './aret.ts'
import { dashboards } from './dashboards.ts'
import { datasource } from './panels.ts'
import { filledIn, panelsOf, type Question, questions, variablesOf } from './questions.harness.ts'
import { inWords, wordsOf } from './words.ts'

/** Words that no Norwegian sentence has. */
const english =
  /\b(the|of|and|is|with|sent|received|messages?|memory|rate|total|year|services?|pending|second|count)\b/i

const asked = dashboards
  .flatMap(variablesOf)
  .flatMap(({ name, asks }) => (asks.type === 'result' ? [{ name, expr: asks.expr }] : []))

test.each([...questions, ...asked])('$name is a query that Prometheus can read', ({ expr }) => {
  const tree = parser.parse(filledIn(expr, { aar: '2019', __rate_interval: '1m', __interval: '1d', __range: '1d' }))
  const faults: string[] = []
  tree.iterate({ enter: (node) => void (node.type.isError && faults.push(`${node.from}-${node.to}`)) })
  expect(faults).toEqual([])
})

test.each(questions)('$name names no variable that its dashboard does not have', ({ expr, dashboard }) => {
  const known = ['__rate_interval', '__interval', '__range', ...variablesOf(dashboard).map(({ name }) => name)]
  const used = [...expr.matchAll(/\$([A-Za-z_]\w*)/g)].map(([, name = '']) => name)
  expect(used.filter((name) => !known.includes(name))).toEqual([])
})

test('every row of the plan has a Norwegian name', () => {
  const rows = [2018, 2019, 2020, 2021, 2022, 2023].flatMap((year) => splitPlanFor(year))
  const nameless = (label: string, values: readonly string[]) =>
    [...new Set(values)].filter((value) => wordsOf(label)?.[value] === undefined)
  expect([
    nameless(
      'system',
      rows.map(({ system }) => system)
    ),
    nameless(
      'flow',
      rows.map(({ type }) => type)
    )
  ]).toEqual([[], []])
})

test('a word stands in a query where its value stood, whatever signs are in that', () => {
  expect(inWords('x', 'outcome')).toBe(
    'label_replace(label_replace(label_replace(x, "outcome", "levert", "outcome", "delivered"), "outcome", "avvist", "outcome", "rejected"), "outcome", "død", "outcome", "dead")'
  )
  expect(inWords('x', 'flow')).toContain('"flow", "Rekvisisjoner (REQ_*)", "flow", "requisitions \\\\(REQ_\\\\*\\\\)")')
})

test('every dashboard has a count that leads to traces, but that of days long gone, of which Prometheus keeps none', () => {
  const leading = questions.filter(({ isExemplified }) => isExemplified).map(({ dashboard }) => dashboard)
  expect(dashboards.filter((dashboard) => !leading.includes(dashboard))).toEqual([aret])
})

describe.each(dashboards.map((dashboard) => [dashboard.title ?? '', dashboard] as const))('%s', (_title, dashboard) => {
  const panels = panelsOf(dashboard)
  const isUsed = (name: string) =>
    questions.some((question) => question.dashboard === dashboard && new RegExp(`\\$${name}\\b`).test(question.expr))

  test('has a fixed uid, and each panel the uid of the data source', () => {
    expect(dashboard.uid).toMatch(/^budstikka-[a-z]+$/)
    expect(panels.filter((panel) => panel.datasource?.uid !== datasource.uid)).toEqual([])
    expect(JSON.stringify(dashboard)).not.toMatch(/__inputs|\$\{DS_/)
  })

  test('says of every panel what it shows, and in what unit', () => {
    const silent = panels.filter(
      ({ title, description, fieldConfig }) =>
        !title || !/^.{10,}\.$/.test(description ?? '') || !fieldConfig?.defaults.unit
    )
    expect(silent.map(({ title }) => title)).toEqual([])
  })

  test('says it in Norwegian', () => {
    const { title, description, templating } = dashboard
    const words = [
      title,
      description,
      ...panels.flatMap((panel) => [panel.title, panel.description]),
      ...(templating?.list ?? []).map(({ label }) => label)
    ]
    expect(words.filter((text) => !text || english.test(text))).toEqual([])
  })

  test('shows bytes as bytes and seconds as seconds', () => {
    const unitsOf = ({ expr }: Question) => [
      ...(/_bytes(_total|_max)?\b/.test(expr) ? ['bytes', 'decbytes'] : []),
      // The processor time of a second is a number of cores, and a time since 1970 a date.
      ...(/(?<!cpu|processing|timestamp)_seconds\b/.test(expr) ? ['s'] : [])
    ]
    const isWrong = (panel: (typeof panels)[number]) => {
      const own = questions.filter((question) => question.panel === panel && !question.expr.includes('/'))
      const units = own.flatMap(unitsOf)
      return units.length > 0 && !units.includes(panel.fieldConfig?.defaults.unit ?? '')
    }
    expect(panels.filter(isWrong).map(({ title }) => title)).toEqual([])
  })

  test('has panels that each have a place of their own', () => {
    const cells = panels.flatMap(({ gridPos }) => {
      const { x = 0, y = 0, w = 0, h = 0 } = gridPos ?? {}
      return Array.from({ length: w * h }, (_, at) => `${x + (at % w)}.${y + Math.floor(at / w)}`)
    })
    expect(new Set(cells).size).toBe(cells.length)
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  })

  test('uses each of its variables', () => {
    expect(variablesOf(dashboard).filter(({ name }) => !isUsed(name))).toEqual([])
  })
})
