/** A simulated year as Prometheus is given it. */
import { expect, test } from 'vitest'
import { simulatedDays } from './simulated-days.ts'

const row = { sender: '101', receiver: '102', type: 'LOG_INNLAGT', sendings: 5, unique: 5, ok: 3, rejected: 1, dead: 0 }
const textOf = (...given: Parameters<typeof simulatedDays>) => [...simulatedDays(...given)].join('')
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
const labels = 'type="LOG_INNLAGT",sender_type="101",receiver_type="102",month="2021-01"'

test('each day stands at its noon, in order of time, by what became of its sendings', () => {
  const text = textOf(
    [
      { ...row, month: '2021-01-02' },
      { ...row, sendings: 3, rejected: 0, month: '2021-01-01' }
    ],
    []
  )
  expect(linesOf(text)).toEqual([
    `budstikka_simulated_day_sendings{${labels},outcome="delivered"} 3 ${Date.UTC(2021, 0, 1, 12) / 1000}`,
    `budstikka_simulated_day_sendings{${labels},outcome="delivered"} 3 ${Date.UTC(2021, 0, 2, 12) / 1000}`,
    `budstikka_simulated_day_sendings{${labels},outcome="rejected"} 1 ${Date.UTC(2021, 0, 2, 12) / 1000}`,
    `budstikka_simulated_day_sendings{${labels},outcome="in_flight"} 1 ${Date.UTC(2021, 0, 2, 12) / 1000}`
  ])
  expect(text.endsWith('# EOF\n')).toBe(true)
})

test('the scale stands on every day of the run of its year', () => {
  const text = textOf(
    [{ ...row, month: '2021-01-02' }],
    [
      { year: 2021, scale: 50, seed: '1' },
      { year: 2020, scale: 7, seed: '1' }
    ]
  )
  expect(linesOf(text).filter((line) => line.includes('scale'))).toEqual([
    `budstikka_simulated_day_scale_ratio{year="2021"} 50 ${Date.UTC(2021, 0, 2, 12) / 1000}`
  ])
})

test('a world in which nothing has happened has nothing but the head', () => {
  expect(linesOf(textOf([], []))).toEqual([])
})
