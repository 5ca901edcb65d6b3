/** Kjernejournal: look-ups in the core record, beside what was published of them, and the meldinger it is built of. */
import { dashboard } from './dashboard.ts'
import { ownWork } from './own-work.ts'
import { bars, lines, stat, table } from './panels.ts'
import { inWords } from './words.ts'

const fullScale = (expr: string) => `${expr} * scalar(max(budstikka_replay_scale_ratio{year="$aar"}))`
const personnel = 'sum(budstikka_look_ups_total)'
const persons = (part: string) => `sum(budstikka_looking_persons{part="${part}"})`
const planned = 'sum(budstikka_plan_occurrences{system="core-record",year="$aar"})'
/** A part of a part: 0 until somebody has looked. */
const shareOfPersons =
  'sum by (part) (budstikka_looking_persons{part!="alle"}) / scalar(budstikka_looking_persons{part="alle"} > 0)'

export const kjernejournal = dashboard({
  uid: 'budstikka-kjernejournal',
  title: 'Kjernejournal',
  description: 'Oppslag i kjernejournal, og meldingene den bygges av.',
  variables: [
    { name: 'aar', label: 'År', of: 'year', from: 'budstikka_plan_occurrences{system="core-record"}', first: '2019' }
  ],
  rows: [
    {
      title: 'Oppslag',
      panels: [
        stat(
          { title: 'Helsepersonells oppslag', description: 'I denne verdenen, hvert én gang.', width: 5 },
          personnel
        ),
        stat(
          { title: 'Telt, i full skala', description: 'Ganget med skalaen til avspillingen.', width: 5 },
          fullScale(personnel)
        ),
        stat({ title: 'I planen', description: 'Utledet av publiserte tall per uke.', width: 5 }, planned),
        stat(
          { title: 'Innbyggere som har sett', description: 'Personer som har sett i sin egen.', width: 5 },
          persons('alle')
        ),
        stat(
          { title: 'I full skala', description: 'Ganget med skalaen til avspillingen.', width: 4 },
          fullScale(persons('alle'))
        )
      ]
    },
    {
      title: 'Hvem som ser, og på hva',
      panels: [
        bars(
          { title: 'Oppslag per type virksomhet', description: 'Kodeverk 9040.', width: 8 },
          'business_type',
          'sum by (business_type) (budstikka_look_ups_total)'
        ),
        table(
          {
            title: 'Hva innbyggerne ser på',
            description: 'Andel av dem som har sett i sin egen; publisert for 2019.',
            unit: 'percentunit',
            width: 8
          },
          { part: 'Del' },
          { Andel: shareOfPersons }
        ),
        bars(
          { title: 'Helsepersonells oppslag per år', description: 'I planen, utledet av publiserte tall.', width: 8 },
          'year',
          'sum by (year) (budstikka_plan_occurrences{system="core-record"})'
        ),
        lines(
          { title: 'Oppslag i sekundet', description: 'Per type virksomhet.', unit: 'ops', width: 12 },
          {
            '{{business_type}}': inWords(
              'sum by (business_type) (rate(budstikka_look_ups_total[$__rate_interval]))',
              'business_type'
            )
          },
          { isStacked: true }
        ),
        stat(
          { title: 'Meldinger tatt inn', description: 'Om legemidler, fra Reseptformidleren.', width: 12 },
          'sum(budstikka_verdicts_total{service="kjernejournal",verdict="accepted"})'
        )
      ]
    },
    ownWork('kjernejournal')
  ]
})
