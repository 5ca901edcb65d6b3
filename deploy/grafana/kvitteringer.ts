/** Kvitteringer: what is answered, what is missing, late or negative. */
import { dashboard } from './dashboard.ts'
import { verdicts } from './own-work.ts'
import { bars, lines, stat, table } from './panels.ts'

const status = (code: string) => `sum(budstikka_receipts_total{status=~"${code}"})`
/** Simulated seconds. */
const oldest =
  'max(budstikka_latest_simulated_timestamp_seconds - budstikka_oldest_pending_receipt_timestamp_seconds) or vector(0)'
const quantile = (share: number) => `histogram_quantile(${share}, sum by (le) (budstikka_receipt_delay_seconds_bucket))`
const rejected = (by: string) =>
  `sum by (${by}) (budstikka_meldinger_total{outcome="rejected",type=~"$type"})
   / (sum by (${by}) (budstikka_meldinger_total{type=~"$type"}) > 0)`

export const kvitteringer = dashboard({
  uid: 'budstikka-kvitteringer',
  title: 'Kvitteringer',
  description: 'Applikasjonskvitteringer (HITS 1168): de som mangler, er for sene eller er negative.',
  variables: [{ name: 'type', label: 'Meldingstype', of: 'type', from: 'budstikka_meldinger_total' }],
  rows: [
    {
      title: 'Nå',
      panels: [
        stat({ title: 'OK', description: 'Status 1 og 3, kodeverk 8258.', width: 4 }, status('1|3')),
        stat({ title: 'Avvist', description: 'Status 2, kodeverk 8258.', width: 4 }, status('2')),
        stat(
          { title: 'Venter', description: 'Sendinger uten kvittering som ikke er døde.', width: 4 },
          'sum(budstikka_sendings_in_flight)'
        ),
        stat(
          { title: 'For sene', description: 'Ingen kvittering innen 96 timer (HITS 1168 §9.1).', width: 4 },
          'sum(budstikka_receipts_overdue)'
        ),
        stat(
          { title: 'Eldste som venter', description: 'Simulert tid siden den ble sendt.', unit: 's', width: 4 },
          oldest
        ),
        stat(
          { title: 'Dubletter', description: 'Mer enn én kvittering for samme melding.', width: 4 },
          'sum(budstikka_receipts_duplicated_total)'
        )
      ]
    },
    {
      title: 'Negative',
      panels: [
        lines(
          { title: 'Andel avvist', description: 'Av kvitteringene som kommer.', unit: 'percentunit', width: 12 },
          {
            avvist:
              'sum(rate(budstikka_receipts_total{status="2"}[$__rate_interval])) / (sum(rate(budstikka_receipts_total[$__rate_interval])) > 0)'
          }
        ),
        table(
          {
            title: 'Andel avvist per type',
            description: 'Av alle avsluttede sendinger.',
            unit: 'percentunit',
            width: 6
          },
          { type: 'Meldingstype' },
          { Andel: rejected('type') }
        ),
        table(
          { title: 'Andel avvist per mottaker', description: 'Kodeverk 9040.', unit: 'percentunit', width: 6 },
          { receiver_type: 'Mottakertype' },
          { Andel: rejected('receiver_type') }
        ),
        verdicts({ width: 12 }, 'verdict!="event"', ['service', 'verdict']),
        bars(
          { title: 'Døde meldinger', description: 'Per årsak; de ligger i DEAD.', width: 12 },
          'reason',
          'sum by (reason) (budstikka_dead_letters_total)'
        )
      ]
    },
    {
      title: 'Hvor lenge det tar',
      panels: [
        lines(
          { title: 'Tid til kvittering', description: 'Simulert tid fra GenDate.', unit: 's', width: 12 },
          { 'halvparten innen': quantile(0.5), '95 % innen': quantile(0.95), '99 % innen': quantile(0.99) }
        ),
        bars(
          { title: 'Kvittert innen', description: 'Simulerte sekunder; fristen er 345 600.', width: 12 },
          'le',
          'sum by (le) (budstikka_receipt_delay_seconds_bucket)'
        ),
        lines(
          {
            title: 'Venter på kvittering, per avsender',
            description: 'Det tjenestene selv sier at de venter på.',
            width: 24
          },
          { '{{service}}': 'sum by (service) (budstikka_receipts_awaited)' }
        )
      ]
    }
  ]
})
