/** The page of the last results: what it shows, and that its marks are round. */
import { expect, test } from 'vitest'
import type { Result } from '../measure/results.ts'
import { axisOf } from './axis.ts'
import { drawPlot } from './draw.ts'
import { pageOf } from './page.ts'

const plot = {
  title: 'a <run>',
  x: 'seconds',
  y: 'meldinger/s',
  lines: [
    {
      name: 'answered',
      points: [
        [0, 0],
        [10, 200]
      ]
    }
  ]
} as const

test('an axis begins at zero and has round marks up to the largest value', () => {
  expect(axisOf([30, 170], [0, 100]).ticks).toEqual([0, 50, 100, 150, 200])
})

test('a logarithmic axis has the powers of ten around its values, equally far apart', () => {
  const { ticks, place } = axisOf([30, 5_000], [0, 300], true)
  expect([ticks, ticks.map(place)]).toEqual([
    [10, 100, 1_000, 10_000],
    [0, 100, 200, 300]
  ])
})

test('an axis of one value, or of none, can be drawn', () => {
  expect([axisOf([0], [0, 100]).ticks, axisOf([], [0, 100]).ticks, axisOf([], [0, 100], true).ticks]).toEqual([
    [0, 1],
    [0, 1],
    [1, 10]
  ])
})

test('the first value stands at the left and below, the largest at the right and above', () => {
  expect(drawPlot(plot)).toContain('<polyline points="72,242 544,34"')
})

test('what a plot is called cannot break the page', () => {
  expect(drawPlot(plot)).toContain('>a &lt;run&gt;</text>')
})

test('the page has each claim with its verdict, its figures and its plot', () => {
  const result: Result = {
    claim: 'year',
    isHeld: true,
    sentence: 'books exact',
    at: '2026-01-02T03:04:05.000Z',
    machine: '2 × processor',
    rows: [['sent', 12]],
    plots: [plot]
  }
  const page = pageOf([result, { ...result, claim: 'ramp', isHeld: false, plots: [] }])
  expect(page.match(/<svg/g)).toHaveLength(1)
  expect(page).toContain('year: <span class="held">holds</span>')
  expect(page).toContain('ramp: <span class="not">does not hold</span>')
  expect(page).toContain('<td>sent</td><td>12</td>')
  expect(page).toContain('2026-01-02 03:04 UTC, 2 × processor')
})
