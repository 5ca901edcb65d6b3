/** The steps of a replay: whole, in order, and a clock between two days. */
import { Hendelse } from '@budstikka/landscape'
import { expect, test } from 'vitest'
import { dayMs, stepsOf } from './steps.ts'

const at = (time: number, id = String(time)): Hendelse =>
  Hendelse.parse({ id, at: time, actor: '1', counterpart: '2', patient: '', meldingType: 'LOG_INNLAGT' })
const first = 18_000 * dayMs

test('every day that begins is struck once, the one after the last happening too', () => {
  const steps = [...stepsOf([at(first + 5), at(first + 3 * dayMs)])]
  expect(steps.map((step) => (step.type === 'klokke' ? step.day : 'hendelser'))).toEqual([
    'hendelser',
    18_001,
    18_002,
    18_003,
    'hendelser',
    18_004
  ])
})

test('a batch has at most 256 happenings, and none is lost', () => {
  const all = Array.from({ length: 600 }, (_, i) => at(first + i))
  const batches = [...stepsOf(all)].flatMap((step) => (step.type === 'hendelser' ? [step.hendelser.length] : []))
  expect(batches).toEqual([256, 256, 88])
})

test('a batch is known by its number and by the time of its last happening', () => {
  const [one] = stepsOf([at(first + 1), at(first + 2)])
  expect(one).toMatchObject({ type: 'hendelser', number: 0, at: first + 2 })
})

test('at a given speed a batch holds no more simulated time than asked for', () => {
  const steps = [...stepsOf([at(first), at(first + 900), at(first + 1_100)], 1_000)]
  expect(steps.flatMap((step) => (step.type === 'hendelser' ? [step.hendelser.length] : []))).toEqual([2, 1])
})

test('where nothing happens, nothing is told', () => {
  expect([...stepsOf([])]).toEqual([])
})
