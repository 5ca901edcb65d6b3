/** Nasjonal oversikt: the published figures beside what is counted, by year and system. */
import { dashboard } from './dashboard.ts'
import {
  counted,
  countedShare,
  planLabels,
  planned,
  published,
  publishedHigh,
  publishedLow,
  unaccounted
} from './figures.ts'
import { verdicts } from './own-work.ts'
import { bars, lines, stat, table } from './panels.ts'
import { inWords } from './words.ts'

const chosen = 'year="$aar",system=~"$system"'
const total = 'year="$aar",system="medical-messages"'

export const nasjonalOversikt = dashboard({
  uid: 'budstikka-nasjonal',
  title: 'Nasjonal oversikt',
  description: 'Det nasjonal e-helsestatistikk har publisert, ved siden av det Budstikka har telt.',
  variables: [
    { name: 'aar', label: 'År', of: 'year', from: 'budstikka_plan_occurrences', first: '2019' },
    { name: 'system', label: 'System', of: 'system', from: 'budstikka_plan_occurrences' }
  ],
  rows: [
    {
      title: 'Året i tall',
      panels: [
        stat(
          { title: 'Meldinger i planen', description: 'Alle medisinske meldinger i året.', width: 5 },
          `sum(${planned(total)})`
        ),
        stat(
          {
            title: 'Telt, i full skala',
            description: 'Telte sendinger i delene av totalen, ganget med skalaen. Det ingen sender ennå, mangler.',
            width: 5
          },
          `sum(${counted(total)})`
        ),
        stat(
          { title: 'Telt på tråden', description: 'Sendinger, også kopier og gjentatte.', width: 5 },
          'sum(budstikka_sendings_total)'
        ),
        stat(
          { title: 'Én melding står for', description: 'Skalaen til avspillingen.', width: 4 },
          'max(budstikka_replay_scale_ratio{year="$aar"})'
        ),
        stat(
          {
            title: 'Uten regnskap',
            description: 'Sendinger som bøkene ikke gjør rede for; 0 når de går opp.',
            width: 5
          },
          unaccounted
        )
      ]
    },
    {
      title: 'Publisert og telt',
      panels: [
        table(
          {
            title: 'Publisert og telt, per system',
            description:
              'Status: P publisert i nasjonal statistikk, X publisert annet sted, D utledet, A antatt. Laveste og høyeste er det avrundingen lar stå åpent.',
            width: 24,
            height: 14
          },
          planLabels,
          {
            Plan: planned(chosen),
            Publisert: published(chosen),
            Laveste: publishedLow(chosen),
            Høyeste: publishedHigh(chosen),
            'Telt i full skala': counted(chosen)
          }
        ),
        table(
          {
            title: 'Telt som andel av planen',
            description:
              '100 % når avspillingen er ferdig, på avrundingen i skalaen nær; I alt er summen av delene, også dem som ingen sender ennå.',
            unit: 'percentunit',
            width: 12,
            height: 10
          },
          planLabels,
          { Andel: countedShare(chosen) }
        ),
        bars(
          {
            title: 'Publisert per år',
            description: 'Medisinske meldinger i alt, der et tall er publisert.',
            width: 12,
            height: 10
          },
          'year',
          'sum by (year) (budstikka_published_occurrences{system="medical-messages"})'
        )
      ]
    },
    {
      title: 'Mens det spilles av',
      panels: [
        lines(
          { title: 'Sendinger i sekundet, per type', description: 'Slik de telles.', unit: 'ops', width: 12 },
          { '{{type}}': 'topk(12, sum by (type) (rate(budstikka_flow_meldinger_total[$__rate_interval])))' },
          { isStacked: true }
        ),
        lines(
          { title: 'Telt i full skala', description: 'Hvor langt avspillingen er kommet, per system.', width: 12 },
          { '{{system}}': inWords(`sum by (system) (${counted(chosen)})`, 'system') }
        ),
        verdicts({ width: 24 }, 'verdict!="event"', ['service', 'verdict'])
      ]
    }
  ]
})
