/** E-resept: prescriptions to Reseptformidleren and dispensings from pharmacies, beside what was published of them. */
import { dashboard } from './dashboard.ts'
import { counted, planLabels, planned } from './figures.ts'
import { ownWork } from './own-work.ts'
import { bars, stat, table } from './panels.ts'

const prescriptions = 'year="$aar",system="e-prescription"'
/** Of what Reseptformidleren has taken over; 0 before there is any. */
const share = (metric: string, part: string) => `sum(${metric}{${part}}) / sum(${metric}) or vector(0)`
/** 0 until a prescription has been sent in this world. */
const sent = (types: string) => `sum(budstikka_flow_meldinger_total{type=~"${types}"}) or vector(0)`

export const eResept = dashboard({
  uid: 'budstikka-eresept',
  title: 'E-resept',
  description: 'Resepter til Reseptformidleren og utleveringer fra apotek.',
  variables: [
    { name: 'aar', label: 'År', of: 'year', from: 'budstikka_plan_occurrences{system="e-prescription"}', first: '2021' }
  ],
  rows: [
    {
      title: 'Sendt i denne verdenen',
      panels: [
        stat({ title: 'Resepter', description: 'M1 til Reseptformidleren, sendinger.', width: 5 }, sent('ERM1')),
        stat(
          { title: 'Utleveringer', description: 'M10 fra apotek og bandasjist, sendinger.', width: 5 },
          sent('ERM10')
        ),
        stat({ title: 'Tilbakekallinger', description: 'M5 fra rekvirent, sendinger.', width: 5 }, sent('ERM5')),
        stat({ title: 'Alle', description: 'Meldinger M1 til M28, sendinger.', width: 5 }, sent('ERM.*')),
        stat(
          {
            title: 'Rekvirenter',
            description: 'Virksomheter som har skrevet en resept de siste 100 simulerte døgnene.',
            width: 4
          },
          'sum(budstikka_rekvirenter)'
        )
      ]
    },
    {
      title: 'Andeler',
      panels: [
        stat(
          {
            title: 'Fra sykehus',
            description: 'Andel av reseptene som kommer fra spesialisthelsetjenesten; 12,5 % i desember 2019.',
            unit: 'percentunit',
            width: 12
          },
          share('budstikka_resepter_total', 'rekvirent="101"')
        ),
        stat(
          {
            title: 'På e-resept',
            description: 'Andel av utleveringene som Reseptformidleren hører om; publisert er andel av pakninger.',
            unit: 'percentunit',
            width: 12
          },
          share('budstikka_utleveringer_total', 'resept="elektronisk"')
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
            width: 10
          },
          planLabels,
          { Plan: planned(prescriptions), 'Telt i full skala': counted(prescriptions) }
        ),
        table(
          { title: 'Publisert, alle år', description: 'Der nasjonal statistikk har et tall.', width: 6 },
          { year: 'År', flow: 'Strøm' },
          { Publisert: 'sum by (year, flow) (budstikka_published_occurrences{system="e-prescription"})' }
        ),
        bars(
          { title: 'Utleverte resepter per år', description: 'M10 i planen.', width: 8 },
          'year',
          'sum by (year) (budstikka_plan_occurrences{system="e-prescription",flow="M10 dispensed"})'
        )
      ]
    },
    ownWork('e-resept')
  ]
})
