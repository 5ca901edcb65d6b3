/** Prometheus' configuration and alerts, judged by Prometheus' own tool; and every alert has its page and its test. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { hasPromtool, promtool } from './promtool.harness.ts'

const folder = import.meta.dirname
const runbooks = join(folder, '..', '..', 'docs', 'runbooks')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const alerts = [...read('rules/alerts.yml').matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name)

test.skipIf(!hasPromtool).each([
  ['check', 'config', 'prometheus.yml'],
  ['check', 'rules', 'rules/alerts.yml'],
  ['test', 'rules', 'alerts.test.yml']
])('promtool %s %s %s says yes', { timeout: 120_000 }, (...args) => {
  expect(promtool(args)).toMatchObject({ code: 0 })
})

test('a scrape may have twice the series of all pairs, their parties and places, and no more', () => {
  const limit = (name: string) => Number(new RegExp(`^    ${name}: (\\d+)$`, 'm').exec(read('prometheus.yml'))?.[1])
  const pairsMax = Number(/`FLOW_PAIRS_MAX` .*?`(\d+)`/.exec(read('../../README.md'))?.[1])
  const series = pairsMax * (8 + 1 + 2)
  expect(limit('sample_limit')).toBeGreaterThan(2 * series)
  expect(limit('sample_limit')).toBeLessThan(3 * series)
  expect(limit('label_value_length_limit')).toBeGreaterThan(3 * 200)
})

test.each(alerts)('%s is tested silent and firing', (alert) => {
  const cases = read('alerts.test.yml')
    .split(/alertname: /)
    .filter((text) => new RegExp(`^${alert}\\b`).test(text))
  const isFiring = (text: string) => /^\w+\s+exp_alerts:/.test(text)
  expect({ silent: cases.some((text) => !isFiring(text)), firing: cases.some(isFiring) }).toEqual({
    silent: true,
    firing: true
  })
})

test('every alert has a page, every page an alert, and the alert names its page', () => {
  const pages = readdirSync(runbooks).map((page) => basename(page, '.md'))
  const named = [...read('rules/alerts.yml').matchAll(/runbook_url: docs\/runbooks\/(\w+)\.md/g)].map(
    ([, page]) => page
  )
  expect(new Set(pages)).toEqual(new Set(alerts))
  expect(named).toEqual(alerts)
})

test('a value is told as whole things or as a share, never bare', () => {
  const told = [...read('rules/alerts.yml').matchAll(/\{\{ \$value[^}]*\}\}/g)].map(([value]) => value)
  expect(told.length).toBeGreaterThan(0)
  expect(told.filter((value) => !/\| (printf "%\.0f"|humanizePercentage) \}\}$/.test(value))).toEqual([])
})

test.each(alerts)('the page of %s says what it means, where to look and what to do', (alert) => {
  const page = readFileSync(join(runbooks, `${alert}.md`), 'utf8')
  expect(page).toMatch(
    new RegExp(`^# ${alert}\n\n\\*\\*What it means\\.\\*\\*[^]+\\*\\*Look at\\*\\*[^]+\\*\\*Do\\*\\*`)
  )
})
