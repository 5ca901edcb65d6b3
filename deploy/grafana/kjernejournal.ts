/** Kjernejournal: look-ups in the core record, beside what was published of them. */
import { dashboard } from './dashboard.ts'
import { ownWork } from './own-work.ts'
import { bars, stat } from './panels.ts'

const answered = (matchers: string) => `sum(nats_service_requests_total{service="kjernejournal"${matchers}})`

export const kjernejournal = dashboard({
  uid: 'budstikka-kjernejournal',
  title: 'Kjernejournal',
  description: 'Oppslag i kjernejournal, og meldingene den bygges av.',
  rows: [
    {
      title: 'Oppslag',
      panels: [
        stat(
          { title: 'Spørsmål besvart', description: 'Over NATS, i denne verdenen.', width: 6 },
          answered(',endpoint!="status"')
        ),
        stat(
          { title: 'Meldinger tatt inn', description: 'Om legemidler, fra Reseptformidleren.', width: 6 },
          'sum(budstikka_verdicts_total{service="kjernejournal",verdict="accepted"})'
        ),
        bars(
          { title: 'Helsepersonells oppslag per år', description: 'I planen, utledet av publiserte tall.', width: 12 },
          'year',
          'sum by (year) (budstikka_plan_occurrences{system="core-record"})'
        )
      ]
    },
    ownWork('kjernejournal')
  ]
})
