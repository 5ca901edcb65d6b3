/** Pleie og omsorg: the care meldinger between hospitals, municipalities and GPs, beside what was published of them. */
import { dashboard } from './dashboard.ts'
import { counted, countedShare, planLabels, planned, published } from './figures.ts'
import { verdicts } from './own-work.ts'
import { bars, stat, table } from './panels.ts'

const care = 'year="$aar",system="care-messages"'
const logistics = 'budstikka_meldinger_total{type=~"LOG_.*"}'
/** Codes of list 9040. */
const direction = (from: string, to: string) =>
  `sum(budstikka_meldinger_total{sender_type=~"${from}",receiver_type=~"${to}"})`

export const pleieOgOmsorg = dashboard({
  uid: 'budstikka-pleie',
  title: 'Pleie og omsorg',
  description:
    'Meldinger mellom helseforetak, kommuner og fastleger om pasienter som legges inn, skrives ut og følges opp.',
  variables: [
    { name: 'aar', label: 'År', of: 'year', from: 'budstikka_plan_occurrences{system="care-messages"}', first: '2019' }
  ],
  rows: [
    {
      title: 'Fire retninger',
      panels: [
        stat(
          { title: 'Helseforetak til kommune', description: 'Avsluttede sendinger.', width: 6 },
          direction('101', '102')
        ),
        stat(
          { title: 'Kommune til helseforetak', description: 'Avsluttede sendinger.', width: 6 },
          direction('102', '101')
        ),
        stat(
          { title: 'Kommune til fastlege', description: 'Avsluttede sendinger.', width: 6 },
          direction('102', '103|116')
        ),
        stat(
          { title: 'Fastlege til kommune', description: 'Avsluttede sendinger.', width: 6 },
          direction('103|116', '102')
        )
      ]
    },
    {
      title: 'Publisert og telt',
      panels: [
        table(
          {
            title: 'Publisert og telt',
            description: 'Status: P publisert, X annet sted, D utledet, A antatt.',
            width: 16
          },
          planLabels,
          { Plan: planned(care), Publisert: published(care), 'Telt i full skala': counted(care) }
        ),
        table(
          { title: 'Telt som andel av planen', description: '100 % når alt er telt.', unit: 'percentunit', width: 8 },
          { flow: 'Strøm' },
          { Andel: countedShare(care) }
        )
      ]
    },
    {
      title: 'Hva det handler om',
      panels: [
        bars(
          { title: 'Logistikkmeldinger', description: 'Innlagt, utskrivningsklar, utskrevet og avmeldt.', width: 12 },
          'type',
          `sum by (type) (${logistics})`
        ),
        bars(
          { title: 'Faglige meldinger', description: 'Alt annet enn logistikk.', width: 12 },
          'type',
          'sum by (type) (budstikka_meldinger_total{type!~"LOG_.*",sender_type=~"101|102|103|116",receiver_type=~"101|102|103|116"})'
        ),
        table(
          { title: 'Kommuner som mottar mest', description: 'Alle typer.', width: 12 },
          { receiver_place: 'Kommune' },
          { Mottatt: 'topk(20, sum by (receiver_place) (budstikka_place_meldinger_total))' }
        ),
        verdicts({ title: 'Utfall i sekundet, i kommunene', width: 12 }, 'service="pleie-omsorg"', ['verdict'])
      ]
    }
  ]
})
