/** What Prometheus is shown. */
import { openMemoryStore } from '@budstikka/transport'
import { expect, test } from 'vitest'
import { arrived, gpOffice, hospital, hourMs, ledgerOn, municipality, noon, receipt, sending } from './examples.ts'
import { exposition } from '@budstikka/service'
import { familiesOf } from './families.ts'

const batch = arrived([
  sending({ msgId: 'm1' }),
  sending({ msgId: 'm2', to: gpOffice }),
  sending({ msgId: 'm3', from: gpOffice, at: noon + hourMs }),
  receipt({ msgId: 'm1', at: noon + 2 * hourMs }),
  receipt({ msgId: 'm2', to: gpOffice, status: '2' })
])

const textOf = (ledger: ReturnType<typeof ledgerOn>) => exposition(familiesOf(ledger))
const seriesOf = (text: string, name: string) =>
  text.split('\n').filter((line) => new RegExp(`^${name}[{ ]`).test(line))

function counted(options: { pairsMax?: number } = {}) {
  const store = openMemoryStore()
  const ledger = ledgerOn(store, options)
  ledger.count('MELDINGER', batch)
  return { store, ledger }
}

test('each pair has a series with its HER-ids', () => {
  expect(seriesOf(textOf(counted().ledger), 'budstikka_flow_meldinger_total')).toEqual([
    `budstikka_flow_meldinger_total{sender="${hospital}",receiver="${municipality}",type="LOG_INNLAGT"} 1`,
    `budstikka_flow_meldinger_total{sender="${hospital}",receiver="${gpOffice}",type="LOG_INNLAGT"} 1`,
    `budstikka_flow_meldinger_total{sender="${gpOffice}",receiver="${municipality}",type="LOG_INNLAGT"} 1`
  ])
})

test('pairs beyond the limit are other, and counted as overflow', () => {
  const text = textOf(counted({ pairsMax: 1 }).ledger)
  expect(seriesOf(text, 'budstikka_flow_meldinger_total')).toEqual([
    `budstikka_flow_meldinger_total{sender="${hospital}",receiver="${municipality}",type="LOG_INNLAGT"} 1`,
    'budstikka_flow_meldinger_total{sender="other",receiver="other",type="LOG_INNLAGT"} 2'
  ])
  expect(seriesOf(text, 'budstikka_flow_pairs_overflow_total')).toEqual(['budstikka_flow_pairs_overflow_total 2'])
})

test('every number is the same after a restart', () => {
  const { store, ledger } = counted({ pairsMax: 2 })
  expect(textOf(ledgerOn(store, { pairsMax: 2 }))).toBe(textOf(ledger))
})

test('outcomes are shown by business types', () => {
  expect(seriesOf(textOf(counted().ledger), 'budstikka_meldinger_total')).toEqual(
    expect.arrayContaining([
      'budstikka_meldinger_total{type="LOG_INNLAGT",sender_type="101",receiver_type="102",outcome="delivered"} 1',
      'budstikka_meldinger_total{type="LOG_INNLAGT",sender_type="101",receiver_type="103",outcome="rejected"} 1'
    ])
  )
})

test('the receipt delay is a histogram that adds up', () => {
  const text = textOf(counted().ledger)
  expect(seriesOf(text, 'budstikka_receipt_delay_seconds_(bucket|sum|count)')).toEqual([
    'budstikka_receipt_delay_seconds_bucket{le="60"} 1',
    'budstikka_receipt_delay_seconds_bucket{le="300"} 1',
    'budstikka_receipt_delay_seconds_bucket{le="900"} 1',
    'budstikka_receipt_delay_seconds_bucket{le="3600"} 1',
    'budstikka_receipt_delay_seconds_bucket{le="14400"} 2',
    'budstikka_receipt_delay_seconds_bucket{le="28800"} 2',
    'budstikka_receipt_delay_seconds_bucket{le="86400"} 2',
    'budstikka_receipt_delay_seconds_bucket{le="172800"} 2',
    'budstikka_receipt_delay_seconds_bucket{le="345600"} 2',
    'budstikka_receipt_delay_seconds_bucket{le="+Inf"} 2',
    'budstikka_receipt_delay_seconds_sum 7260',
    'budstikka_receipt_delay_seconds_count 2'
  ])
})

test('the oldest melding without a receipt is shown as a time', () => {
  expect(seriesOf(textOf(counted().ledger), 'budstikka_oldest_pending_receipt_timestamp_seconds')).toEqual([
    `budstikka_oldest_pending_receipt_timestamp_seconds ${(noon + hourMs) / 1000}`
  ])
})

test('when all is answered, no melding is the oldest without a receipt', () => {
  const text = textOf(ledgerOn(openMemoryStore()))
  expect(seriesOf(text, 'budstikka_oldest_pending_receipt_timestamp_seconds')).toEqual([])
})

test('every family says in a sentence what it is, and every counter ends in total', () => {
  const lines = textOf(counted().ledger).split('\n')
  for (const line of lines.filter((each) => each.startsWith('# HELP')))
    expect(line).toMatch(/^# HELP budstikka_\w+ [A-Z].*\.$/)
  for (const line of lines.filter((each) => each.endsWith(' counter'))) expect(line).toMatch(/_total counter$/)
})

test('what a label must not hold as it is, is escaped', () => {
  const samples = [{ labels: { reason: 'a "b"\\\nc' }, value: 1 }]
  expect(exposition([{ name: 'x', type: 'gauge', help: 'X.', samples }])).toContain('x{reason="a \\"b\\"\\\\\\nc"} 1')
})

test('places are called by the names of their municipalities, and by their organisations where they have none', () => {
  expect(seriesOf(textOf(counted().ledger), 'budstikka_place_meldinger_total')).toEqual([
    `budstikka_place_meldinger_total{sender_place="Virksomhet ${hospital}",receiver_place="Virksomhet ${municipality}"} 1`,
    `budstikka_place_meldinger_total{sender_place="Virksomhet ${hospital}",receiver_place="Bergen"} 1`,
    `budstikka_place_meldinger_total{sender_place="Bergen",receiver_place="Virksomhet ${municipality}"} 1`
  ])
})

test('a HER-id that has a series is explained without the name of a person', () => {
  const info = seriesOf(textOf(counted().ledger), 'budstikka_party_info')
  expect(info).toContain(
    `budstikka_party_info{her_id="${gpOffice}",tjeneste="8663-KP02",organisation="Virksomhet ${gpOffice}",business_type="103",place="Bergen"} 1`
  )
  expect(info).toHaveLength(3)
})

test('every reason of death has a series before its first letter', () => {
  expect(seriesOf(textOf(counted().ledger), 'budstikka_dead_letters_total')).toHaveLength(9)
})

test('what a replay counts stands beside what was published', () => {
  const { ledger } = counted()
  const text = exposition(familiesOf(ledger, [{ year: 2019, scale: 50, seed: '1' }]))
  const row = 'year="2019",system="care-messages",flow="care hf-to-municipality",status="P"'
  expect(text).toContain(`\nbudstikka_counted_sendings{${row}} 1\n`)
  expect(text).toContain(`\nbudstikka_published_occurrences{${row}} 1510000\n`)
  expect(text).toContain('\nbudstikka_replay_scale_ratio{year="2019"} 50\n')
  expect(text).toContain(
    '\nbudstikka_counted_sendings{year="2019",system="medical-messages",flow="TOTAL",status="P"} 2\n'
  )
})

test('a world that has played nothing counts for no year', () => {
  expect(seriesOf(textOf(counted().ledger), 'budstikka_counted_sendings')).toEqual([])
})
