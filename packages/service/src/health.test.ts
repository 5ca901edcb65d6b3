/** What makes a service ready. */
import { expect, test } from 'vitest'
import { readiness } from './health.ts'

const holding = { name: 'connected', check: () => true }

test('a service without conditions is ready', async () => {
  expect(await readiness([])).toEqual({ isReady: true, failing: [] })
})

test('one condition that does not hold makes a service not ready, and is named', async () => {
  const filled = { name: 'the bucket is filled', check: () => Promise.resolve(false) }
  expect(await readiness([holding, filled])).toEqual({ isReady: false, failing: ['the bucket is filled'] })
})

test('a condition that throws does not hold', async () => {
  const broken = { name: 'store answers', check: () => Promise.reject(new Error('disk is gone')) }
  expect(await readiness([broken, holding])).toEqual({ isReady: false, failing: ['store answers'] })
})

test('a condition that never answers does not hold', async () => {
  const silent = { name: 'bus answers', check: () => new Promise<boolean>(() => {}) }
  expect(await readiness([silent])).toEqual({ isReady: false, failing: ['bus answers'] })
})

test('a warning is told, and leaves the service ready', async () => {
  const nearlyFull = { name: 'DEAD has room', check: () => false, isWarning: true } as const
  expect(await readiness([nearlyFull])).toEqual({ isReady: true, failing: [], warnings: ['DEAD has room'] })
})
