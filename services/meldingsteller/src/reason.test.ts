/** Reasons as labels. */
import { expect, test } from 'vitest'
import { reasonLabel } from './reason.ts'

test.each([
  ['abuse:spoofing-attack', 'spoofing'],
  ['transport:not-well-formed-xml', 'not-well-formed'],
  ['party-closed', 'undeliverable'],
  ['pleie-omsorg failed: TypeError', 'failed'],
  ['anything at all', 'other'],
  ['', 'other']
])('the reason %s is labelled %s', (reason, label) => {
  expect(reasonLabel(reason)).toBe(label)
})
