/** What a service does with what it gets, as its own dashboard shows it. */
import type { Builder } from '@grafana/grafana-foundation-sdk/cog'
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import type { Row } from './dashboard.ts'
import { lines, type Shape, table } from './panels.ts'
import { inWords } from './words.ts'

/** What services do with what they get: a count that leads to traces. `matchers`: 'service="epj"' and so on; `by`: labels. */
export function verdicts(
  { title = 'Utfall i sekundet', width }: Pick<Shape, 'width'> & { readonly title?: string },
  matchers: string,
  by: readonly ('service' | 'verdict')[]
): Builder<Panel> {
  const description = 'Det tjenestene gjør med det de får; et punkt fører til sporet av en melding.'
  const legend = by.map((label) => `{{${label}}}`).join(': ')
  const expr = `sum by (${by.join(', ')}) (rate(budstikka_verdicts_total{${matchers}}[$__rate_interval]))`
  return lines(
    { title, description, unit: 'ops', width },
    { [legend]: by.includes('verdict') ? inWords(expr, 'verdict') : expr },
    { isExemplified: true }
  )
}

export const ownWork = (service: string): Row => ({
  title: 'Tjenesten',
  panels: [
    verdicts({ width: 12 }, `service="${service}"`, ['verdict']),
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
