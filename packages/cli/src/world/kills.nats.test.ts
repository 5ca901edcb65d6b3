/** Whoever is killed with -9 while a month is replayed: the books are exact, and the meldinger are the same to the byte. */
import { beforeAll, expect, test } from 'vitest'
import { good, killed, type Outcome, monthWith } from './kills.harness.ts'
import { services } from './services.ts'

/** Some 15 s each on a machine that does nothing else. */
const limitMs = 120_000

let undisturbed: Outcome
beforeAll(async () => void (undisturbed = await monthWith([])), limitMs)

test('a month in which nobody is killed comes out as planned', () => {
  expect(undisturbed).toMatchObject({ verdict: good, told: [] })
})

test.each(services)(
  '%s is killed, and every melding has exactly one effect and one AppRec',
  async (name) => {
    const { report, told, verdict } = await monthWith(killed(name, 25))
    expect(verdict).toEqual(good)
    expect(told).toEqual([expect.stringMatching(`^${name} ended \\(SIGKILL\\), starting it again`)])
    expect(sameAs(undisturbed, report)).toEqual(same)
  },
  limitMs
)

test.each(['e-resept', 'kjernejournal'])(
  '%s is killed twice: no prescription is lost, none dispensed twice, and each dispensing is told of once',
  async (name) => {
    const { report, told, verdict } = await monthWith(killed(name, 12, 50))
    expect(verdict).toEqual(good)
    expect(told).toHaveLength(2)
    expect(sameAs(undisturbed, report)).toEqual(same)
  },
  limitMs
)

test(
  'nats-server is killed twice, and every melding has exactly one effect and one AppRec',
  async () => {
    const { report, told, verdict } = await monthWith(killed('nats', 15, 45))
    expect(told.filter((text) => text.startsWith('nats-server ended'))).toHaveLength(2)
    expect(verdict).toEqual(good)
    expect(sameAs(undisturbed, report)).toEqual(same)
  },
  limitMs
)

test(
  'everybody is killed, one after another, and every melding has exactly one effect and one AppRec',
  async () => {
    const everybody = ['nats', ...services]
    const kills = everybody.flatMap((name, index) => killed(name, 5 * (index + 1), 58))
    const { report, verdict } = await monthWith(kills)
    expect(verdict).toEqual(good)
    expect(sameAs(undisturbed, report)).toEqual(same)
  },
  limitMs
)

const same = { meldinger: true, receipts: true }

/** The same meldinger to the byte, and as many receipts of each kind. */
function sameAs(one: Outcome, { hash, receipts }: Outcome['report']) {
  return {
    meldinger: hash === one.report.hash,
    receipts: JSON.stringify(receipts) === JSON.stringify(one.report.receipts)
  }
}
