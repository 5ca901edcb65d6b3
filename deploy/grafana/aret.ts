/** Året: a simulated year in simulated time, January to December, once it has been given to Prometheus (backfill.sh). */
import { replayedYears } from '@budstikka/landscape'
import { byBusinessType } from './business-types.ts'
import { dashboard } from './dashboard.ts'
import { bars, flowGraph, stat, table, timeBars } from './panels.ts'
import { inWords } from './words.ts'

const sendings = 'budstikka_simulated_day_sendings{type=~"$type"}'
/** Of the whole range, to the unit: every day has one sample, at its noon. */
const inRange = `sum_over_time(${sendings}[$__range])`
/** Of each step, whose days come after its beginning. */
const inStep = `sum_over_time(${sendings}[$__interval] offset -$__interval)`
const rejectedInStep =
  'sum(sum_over_time(budstikka_simulated_day_sendings{type=~"$type",outcome="rejected"}[$__interval] offset -$__interval))'
/** HENDELSEREQUEST: a dose is registered in SYSVAK. */
const vaccinationsInStep =
  'sum(sum_over_time(budstikka_simulated_day_sendings{type="HENDELSEREQUEST"}[$__interval] offset -$__interval))'

const timesOf = (year: number) => ({ from: `${year}-01-01T00:00:00.000Z`, to: `${year + 1}-01-02T00:00:00.000Z` })

export const aret = dashboard({
  uid: 'budstikka-aret',
  title: 'Året',
  description:
    'Et avspilt år i simulert tid. Kjør /etc/prometheus/backfill.sh hos Prometheus etter avspillingen, og velg året øverst.',
  variables: [{ name: 'type', label: 'Meldingstype', of: 'type', from: 'budstikka_simulated_day_sendings' }],
  time: timesOf(2021),
  timezone: 'utc',
  links: Object.fromEntries(
    replayedYears.map((year) => {
      const { from, to } = timesOf(year)
      return [String(year), `/d/budstikka-aret?from=${Date.parse(from)}&to=${Date.parse(to)}`]
    })
  ),
  rows: [
    {
      title: 'Hele perioden',
      panels: [
        stat({ title: 'Sendinger', description: 'I skalaen til avspillingen.', width: 6 }, `sum(${inRange})`),
        stat(
          { title: 'I full skala', description: 'Sendinger ganget med skalaen.', width: 6 },
          `sum(${inRange}) * scalar(max(max_over_time(budstikka_simulated_day_scale_ratio[$__range])))`
        ),
        stat(
          { title: 'Andel avvist', description: 'Av alle sendinger.', unit: 'percentunit', width: 6 },
          `sum(sum_over_time(budstikka_simulated_day_sendings{type=~"$type",outcome="rejected"}[$__range])) / sum(${inRange}) or vector(0)`
        ),
        stat(
          { title: 'Største døgn', description: 'Flest sendinger på ett døgn.', width: 6 },
          `max_over_time(sum(sum_over_time(${sendings}[1d]))[$__range:1d])`
        )
      ]
    },
    {
      title: 'Januar til desember',
      panels: [
        timeBars(
          {
            title: 'Sendinger per døgn, etter type',
            description: 'Arbeidsdager, helger og helligdager skiller seg ut.',
            width: 24,
            height: 11
          },
          { '{{type}}': `sum by (type) (${inStep})` },
          '1d'
        ),
        bars(
          { title: 'Sendinger per måned', description: 'Måneden i UTC som meldingen er sendt.', width: 12 },
          'month',
          `sum by (month) (${inRange})`
        ),
        timeBars(
          { title: 'Avvist per døgn', description: 'Sendinger som fikk negativ kvittering.', width: 12 },
          { avvist: `${rejectedInStep} or vector(0)` },
          '1d'
        ),
        timeBars(
          {
            title: 'Sendinger per uke, etter avsender',
            description: 'Typer av virksomheter, kodeverk 9040.',
            width: 24
          },
          { '{{sender_type}}': inWords(`sum by (sender_type) (${inStep})`, 'sender_type') },
          '7d'
        ),
        timeBars(
          {
            title: 'Vaksinasjoner per uke',
            description: 'Meldt til SYSVAK; bølgen i 2021 er korona.',
            width: 24
          },
          { vaksinasjoner: vaccinationsInStep },
          '7d'
        )
      ]
    },
    {
      title: 'Hvem til hvem',
      panels: [
        flowGraph(
          { title: 'Flyten i perioden', description: 'Mellom virksomhetstyper, kodeverk 9040.', width: 12 },
          byBusinessType(inRange)
        ),
        table(
          { title: 'Per type og utfall', description: 'Hele perioden.', width: 12, height: 14 },
          { type: 'Meldingstype', outcome: 'Utfall' },
          { Sendinger: `sum by (type, outcome) (${inRange})` }
        )
      ]
    }
  ]
})
