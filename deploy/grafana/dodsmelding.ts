/** Dødsmelding: deaths that doctors have told, and what Folkeregisteret and Dødsårsaksregisteret have made of them. */
import { dashboard } from './dashboard.ts'
import { verdicts } from './own-work.ts'
import { bars, lines, stat, table } from './panels.ts'

const services = 'service=~"dodsmelding|grunndata|registre"'
const waiting = (register: string) => `sum(budstikka_deaths_waiting{register="${register}"})`

export const dodsmelding = dashboard({
  uid: 'budstikka-dodsmelding',
  title: 'Dødsmelding',
  description: 'Dødsfall og dødsårsaker: meldt én gang av legen, og ført i to registre.',
  rows: [
    {
      title: 'Nå',
      panels: [
        stat(
          { title: 'Meldt av leger', description: 'Dødsfall, annulleringer og dødsårsaker.', width: 5 },
          'sum(budstikka_deaths_told_total)'
        ),
        stat(
          { title: 'Avgjort', description: 'Avgjørelser i Folkeregisteret.', width: 5 },
          'sum(budstikka_folkeregister_decisions_total)'
        ),
        stat(
          { title: 'Dødsårsaker', description: 'Mottatt av Dødsårsaksregisteret.', width: 5 },
          'sum(budstikka_causes_of_death_total)'
        ),
        stat(
          { title: 'Venter på Folkeregisteret', description: 'Meldt, men ikke besvart ennå.', width: 5 },
          waiting('folkeregisteret')
        ),
        stat(
          { title: 'Venter på Dødsårsak', description: 'Meldt, men ikke besvart ennå.', width: 4 },
          waiting('dodsarsaksregisteret')
        )
      ]
    },
    {
      title: 'Fra legen til registrene',
      panels: [
        lines(
          { title: 'Meldt og mottatt', description: 'I alt i denne verdenen; kurvene følges ad.', width: 12 },
          {
            'meldt av leger': 'sum(budstikka_deaths_told_total)',
            'avgjort i Folkeregisteret': 'sum(budstikka_folkeregister_decisions_total)',
            'mottatt i Dødsårsaksregisteret': 'sum(budstikka_causes_of_death_total)'
          }
        ),
        lines(
          { title: 'Venter på svar', description: 'Per register; ett som er nede, holder ikke det andre.', width: 12 },
          { '{{register}}': 'sum by (register) (budstikka_deaths_waiting)' }
        ),
        bars(
          { title: 'I Folkeregisteret', description: 'Dødsfall, elektronisk eller på papir.', width: 8 },
          'channel',
          'sum by (channel) (budstikka_folkeregister_deaths)'
        ),
        bars(
          {
            title: 'I Dødsårsaksregisteret',
            description: 'Elektronisk eller på papir; de med covid-19 er med i begge.',
            width: 8
          },
          'kind',
          'sum by (kind) (budstikka_standing_causes_of_death)'
        ),
        bars(
          { title: 'Meldt elektronisk per år', description: 'I planen, antatt: en melding til hvert.', width: 8 },
          'year',
          'sum by (year) (budstikka_plan_occurrences{system="death-notification"})'
        ),
        table(
          { title: 'Spørsmål besvart', description: 'Over NATS, per tjeneste ($SRV.STATS).', width: 24 },
          { service: 'Tjeneste', endpoint: 'Spørsmål' },
          {
            Svar: `sum by (service, endpoint) (nats_service_requests_total{${services}})`,
            Feil: `sum by (service, endpoint) (nats_service_errors_total{${services}})`
          }
        )
      ]
    },
    {
      title: 'Tjenestene',
      panels: [
        verdicts({ width: 24 }, services, ['service', 'verdict']),
        lines(
          { title: 'Minne', description: 'Det prosessene holder.', unit: 'bytes', width: 12 },
          { '{{service}}': `sum by (service) (process_resident_memory_bytes{${services}})` }
        ),
        lines(
          { title: 'Prosessor', description: 'Kjerner i bruk.', width: 12 },
          { '{{service}}': `sum by (service) (rate(process_cpu_seconds_total{${services}}[$__rate_interval]))` }
        )
      ]
    }
  ]
})
