/** The matrix as text. */
import type { FlowRow } from '@budstikka/landscape'
import { expect, test } from 'vitest'
import { flowCsv, flowJson } from './matrix.ts'

const row: FlowRow = {
  sender: '1001',
  receiver: '0202',
  type: 'LOG_INNLAGT',
  month: '2019-03',
  sendings: 3,
  unique: 2,
  ok: 2,
  rejected: 1,
  dead: 0
}

test('a cell is a line of CSV below the head, and a HER-id keeps its leading zero', () => {
  expect([...flowCsv([row])].join('')).toBe(
    'sender,receiver,type,month,sendings,unique,ok,rejected,dead\n1001,0202,LOG_INNLAGT,2019-03,3,2,2,1,0\n'
  )
})

test('an empty matrix is an empty array', () => {
  expect(JSON.parse([...flowJson([])].join(''))).toEqual([])
})

test('a large matrix comes in pieces and is whole', () => {
  const pieces = [...flowJson(Array.from({ length: 1_234 }, () => row))]
  expect(pieces.length).toBeGreaterThan(3)
  expect(JSON.parse(pieces.join(''))).toHaveLength(1_234)
})
