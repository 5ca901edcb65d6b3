/** Whoever is killed with -9 while a year is replayed: the books are exact, and the meldinger are the same to the byte. */
import { beforeAll, expect, test } from 'vitest'
import { good, killed, type Outcome, yearWith } from './kills.harness.ts'
import { services } from './services.ts'

let undisturbed: Outcome
beforeAll(async () => void (undisturbed = await yearWith([])), 60_000)

test('a year in which nobody is killed comes out as planned', () => {
  expect(undisturbed).toMatchObject({ verdict: good, told: [] })
})

test.each(services)('%s is killed twice, and every melding has exactly one effect and one AppRec', async (name) => {
  const { verdict, report, told } = await yearWith(killed(name, 150, 450))
  expect(told.filter((text) => text.startsWith(`${name} ended (SIGKILL)`))).toHaveLength(2)
  expect(verdict).toEqual(good)
  expect(report.receipts).toEqual(undisturbed.report.receipts)
  expect(report.hash).toBe(undisturbed.report.hash)
})

test('nats-server is killed twice, and every melding has exactly one effect and one AppRec', async () => {
  const { verdict, report, told } = await yearWith(killed('nats', 150, 450))
  expect(told.filter((text) => text.startsWith('nats-server ended'))).toHaveLength(2)
  expect(verdict).toEqual(good)
  expect(report.receipts).toEqual(undisturbed.report.receipts)
  expect(report.hash).toBe(undisturbed.report.hash)
})

test('everybody is killed, one after another, and every melding has exactly one effect and one AppRec', async () => {
  const everybody = ['pleie-omsorg', 'epj', 'meldingsteller', 'nats', 'adresseregister']
  const { verdict, report } = await yearWith(everybody.flatMap((name, index) => killed(name, 100 * (index + 1))))
  expect(verdict).toEqual(good)
  expect(report.receipts).toEqual(undisturbed.report.receipts)
  expect(report.hash).toBe(undisturbed.report.hash)
})
