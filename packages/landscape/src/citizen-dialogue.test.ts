/** Dialogues with citizens follow the e-consultations, stand outside the total, and never call themselves published. */
import { expect, test } from 'vitest'
import { citizenDialogue } from './citizen-dialogue.ts'
import { splitPlanFor, planFor } from './plan.ts'

const dialogues = (year: number) => splitPlanFor(year).filter(({ system }) => system === 'citizen-dialogue')

test('the e-consultations of 2019 are the plan’s, each a question and an answer', () => {
  const consultations = planFor(2019).find(({ type }) => type === 'e-consultations')?.count ?? 0
  const row = dialogues(2019).find(({ type }) => type === 'DIALOG_INNBYGGER_EKONSULTASJON')
  expect(row?.count).toBe(2 * consultations)
  expect(splitPlanFor(2019).some(({ type }) => type === 'e-consultations')).toBe(false)
})

test('the e-consultations of 2021 are 27 % of the consultations of the year before', () => {
  const row = dialogues(2021).find(({ type }) => type === 'DIALOG_INNBYGGER_EKONSULTASJON')
  expect(row?.count).toBe(2 * Math.round(0.27 * 15_541_819))
})

test.each([2018, 2019, 2020, 2021])('those of %i are assumed, in pairs, and no part of the total', (year) => {
  expect(dialogues(year).map(({ status, inMedicalTotal, count = 0 }) => [status, inMedicalTotal, count % 2])).toEqual(
    Array.from({ length: 8 }, () => ['A', false, 0])
  )
})

test('a year without a share of e-consultations has none', () => {
  expect(citizenDialogue(2023, planFor(2023))).toEqual(planFor(2023))
})
