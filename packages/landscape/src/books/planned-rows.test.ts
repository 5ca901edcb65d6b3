/** Which flows belong to which row of the plan. */
import { expect, test } from 'vitest'
import { scaledPlan } from '../plan.ts'
import { plannedRows } from './planned-rows.ts'

const care = plannedRows(scaledPlan(2019, { scale: 1_000, systems: ['care-messages'] }))
const covering = (sender: string, receiver: string, type: string) =>
  care.filter((row) => row.covers({ sender, receiver, type })).map((row) => row.type)

test('each direction of care belongs to the one row that was published for it', () => {
  expect([
    covering('101', '102', 'LOG_INNLAGT'),
    covering('102', '101', 'INNLEGGELSESRAPPORT'),
    covering('103', '102', 'DIALOG_SVAR'),
    covering('102', '103', 'HELSEOPPLYSNINGER_LEGE')
  ]).toEqual([
    ['care hf-to-municipality'],
    ['care municipality-to-hf'],
    ['care gp-to-municipality'],
    ['care municipality-to-gp']
  ])
})

test('physiotherapists and contract specialists count with the GPs', () => {
  expect(covering('116', '102', 'DIALOG_SVAR')).toEqual(['care gp-to-municipality'])
})

test('a referral is no care melding', () => {
  expect(covering('102', '101', 'HENVISNING')).toEqual([])
})

test('the four published directions of 2019 can be equal at 1 : 1000', () => {
  expect(care.map(({ planned, published }) => [planned, published?.value])).toEqual([
    [1_510, 1_510_000],
    [1_460, 1_460_000],
    [1_400, 1_400_000],
    [647, 647_000]
  ])
})

test('for a month nothing was published', () => {
  const march = plannedRows(scaledPlan(2019, { scale: 1_000, month: 3, systems: ['care-messages'] }))
  expect(march.map((row) => row.published)).toEqual([null, null, null, null])
})

test('prescriptions are told apart by who prescribes', () => {
  const prescriptions = plannedRows(scaledPlan(2019, { scale: 1_000, systems: ['e-prescription'] }))
  const rowOf = (sender: string, type: string) =>
    prescriptions.filter((row) => row.covers({ sender, receiver: '113', type })).map((row) => row.type)
  expect([rowOf('101', 'ERM1'), rowOf('103', 'ERM1'), rowOf('108', 'ERM10')]).toEqual([
    ['M1 prescribed, hospital'],
    ['M1 prescribed, primary care'],
    ['M10 dispensed']
  ])
})
