/** What a service does with what it gets, as its own dashboard shows it. */
import type { Row } from './dashboard.ts'
import { lines, table } from './panels.ts'

export const ownWork = (service: string): Row => ({
  title: 'Tjenesten',
  panels: [
    lines(
      {
        title: 'Utfall i sekundet',
        description: 'Det tjenesten gjør med det den får; et punkt fører til sporet av en melding.',
        unit: 'ops',
        width: 12
      },
      { '{{verdict}}': `sum by (verdict) (rate(budstikka_verdicts_total{service="${service}"}[$__rate_interval]))` },
      { isExemplified: true }
    ),
    table(
      { title: 'Oppslag', description: 'Spørsmål som tjenesten har svart på ($SRV.STATS).', width: 12 },
      { endpoint: 'Spørsmål' },
      {
        Svar: `sum by (endpoint) (nats_service_requests_total{service="${service}"})`,
        Feil: `sum by (endpoint) (nats_service_errors_total{service="${service}"})`
      }
    ),
    lines(
      { title: 'Etterslep', description: 'Meldinger og hendelser som venter på tjenesten.', width: 12 },
      { '{{consumer}}': `max by (consumer) (nats_consumer_pending_messages{consumer=~"${service}.*"})` }
    ),
    lines(
      { title: 'Minne', description: 'Det prosessen holder.', unit: 'bytes', width: 12 },
      { minne: `sum(process_resident_memory_bytes{service="${service}"})` }
    )
  ]
})
