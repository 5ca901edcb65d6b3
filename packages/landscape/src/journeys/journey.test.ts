/** How many sendings a journey makes, answers and resends among them. */
import { expect, test } from 'vitest'
import { remarkSentTwice, remarkWithCopy, wishForAssessment, wishForUnknownPatient } from './at-home.ts'
import { plannedRows } from '../books/planned-rows.ts'
import { scaledPlan } from '../plan.ts'
import type { Script } from './journey.ts'
import { sendingsOf } from './journey.ts'
import * as stays from './stays.ts'

const care = plannedRows(scaledPlan(2019, { scale: 1, systems: ['care-messages'] }))

function expectSendings(script: Script, counts: Readonly<Record<string, number>>): void {
  const made = Array.from(sendingsOf(script, care) ?? [], ([{ type }, count]) => [type.replace('care ', ''), count])
  expect(Object.fromEntries(made)).toEqual(counts)
}

test('a full stay is six meldinger from the hospital, two answers and a decision to the GP', () => {
  expectSendings(stays.fullStay, { 'hf-to-municipality': 6, 'municipality-to-hf': 2, 'municipality-to-gp': 1 })
})

test('a discharge that is put off is answered each time', () => {
  expectSendings(stays.deferredStay, { 'hf-to-municipality': 8, 'municipality-to-hf': 3, 'municipality-to-gp': 1 })
})

test('an admission told by mistake is answered before it is cancelled', () => {
  expectSendings(stays.mistakenAdmission, { 'hf-to-municipality': 2, 'municipality-to-hf': 1 })
})

test('an admission whose cancellation came first is not answered', () => {
  expectSendings(stays.cancelledBefore, { 'hf-to-municipality': 2 })
})

test('a melding about an unknown patient is sent twice and answered once', () => {
  expectSendings(wishForUnknownPatient, { 'municipality-to-gp': 2, 'gp-to-municipality': 1 })
})

test('a melding sent again counts as two', () => {
  expectSendings(remarkSentTwice, { 'gp-to-municipality': 2 })
})

test('a copy counts as one more and is not answered', () => {
  expectSendings(remarkWithCopy, { 'gp-to-municipality': 2 })
  expectSendings(stays.stayWithCopy, { 'hf-to-municipality': 7, 'municipality-to-hf': 2, 'municipality-to-gp': 1 })
})

test('a wish for medical assessment is answered once', () => {
  expectSendings(wishForAssessment, { 'municipality-to-gp': 1, 'gp-to-municipality': 1 })
})

test('hospital and GP do not write to each other in care messages', () => {
  expect(sendingsOf([{ meldingType: 'DIALOG_HELSEFAGLIG', from: 'avdeling', to: 'fastlege' }], care)).toBeUndefined()
})
