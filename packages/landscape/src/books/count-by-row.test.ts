/** What was counted beside the rows of a year: each sending in one of them, and the total their sum. */
import { expect, test } from 'vitest'
import type { FlowRow } from './answers.ts'
import { countByRow } from './count-by-row.ts'

const cell = (type: string, sender: string, receiver: string, sendings: number): FlowRow => {
  const counts = { sendings, unique: sendings, ok: sendings, rejected: 0, dead: 0 }
  return { ...counts, type, sender, receiver, month: '2019-03' }
}
const countedOf = (flow: readonly FlowRow[]) =>
  countByRow(2019, flow).flatMap(({ row, counted }) => (counted > 0 ? [[row.type, counted]] : []))

test('a flow is counted in its row, and once in the total', () => {
  expect(countedOf([cell('LOG_INNLAGT', '101', '102', 3), cell('ERM10', '108', '113', 4)])).toEqual([
    ['TOTAL', 7],
    ['M10 dispensed', 4],
    ['care hf-to-municipality', 3]
  ])
})

test('the parts of the rest have rows of their own', () => {
  expect(countedOf([cell('EPIKRISE', '101', '103', 2)])).toEqual([
    ['TOTAL', 2],
    ['discharge letters (EPIKRISE)', 2]
  ])
})

test('what follows from a dispensing beside the plan is in no row, and not in the total', () => {
  expect(countedOf([cell('ERM6', '113', '103', 5), cell('ERM81', '113', '113', 5)])).toEqual([])
})

test('what citizens write to their GPs has a row, and no part in the total', () => {
  expect(countedOf([cell('DIALOG_INNBYGGER_TIMEONSKE', '113', '103', 6)])).toEqual([['DIALOG_INNBYGGER_TIMEONSKE', 6]])
})
