/** Plattform: the services and NATS themselves. */
import { dashboard } from './dashboard.ts'
import { verdicts } from './own-work.ts'
import { lines, stat, table } from './panels.ts'

const here = 'service=~"$tjeneste"'

export const plattform = dashboard({
  uid: 'budstikka-plattform',
  title: 'Plattform',
  description: 'Tjenestene, NATS, etterslep, minne og disk.',
  variables: [{ name: 'tjeneste', label: 'Tjeneste', of: 'service', from: 'budstikka_build_info' }],
  rows: [
    {
      title: 'Nå',
      panels: [
        stat({ title: 'Tjenester oppe', description: 'De som Prometheus når.', width: 4 }, 'sum(up{job="budstikka"})'),
        stat({ title: 'NATS-tjenere oppe', description: 'De som svarer.', width: 4 }, 'sum(nats_server_up)'),
        stat(
          { title: 'NATS har leder', description: '1 når alt kan lagres.', width: 4 },
          'min(nats_jetstream_leader_known)'
        ),
        stat(
          { title: 'Varsler', description: 'Som er utløst nå.', width: 4 },
          'count(ALERTS{alertstate="firing"}) or vector(0)'
        ),
        stat(
          { title: 'Minst ledig disk', description: 'Andel av filsystemet.', unit: 'percentunit', width: 4 },
          'min(budstikka_data_free_bytes / budstikka_data_size_bytes)'
        ),
        stat(
          {
            title: 'Simulert tid',
            description: 'Siste tid som er sett i en melding.',
            unit: 'dateTimeFromNow',
            width: 4
          },
          'max(budstikka_latest_simulated_timestamp_seconds) * 1000'
        )
      ]
    },
    {
      title: 'Tjenestene',
      panels: [
        lines(
          { title: 'Minne', description: 'Det prosessen holder.', unit: 'bytes', width: 8 },
          { '{{service}}': `sum by (service) (process_resident_memory_bytes{${here}})` }
        ),
        lines(
          { title: 'Prosessor', description: 'Kjerner i bruk.', width: 8 },
          { '{{service}}': `sum by (service) (rate(process_cpu_seconds_total{${here}}[$__rate_interval]))` }
        ),
        lines(
          { title: 'Forsinkelse i hendelsesløkken', description: 'Så lenge venter én av hundre.', unit: 's', width: 8 },
          { '{{service}}': `max by (service) (nodejs_eventloop_lag_p99_seconds{${here}})` }
        ),
        verdicts({ width: 12 }, here, ['service']),
        lines(
          { title: 'Besluttet, ikke sendt', description: 'Rader i utboksen.', width: 12 },
          { '{{service}}': 'sum by (service) (budstikka_outbox_rows{service=~"$tjeneste"})' }
        )
      ]
    },
    {
      title: 'NATS',
      panels: [
        lines(
          { title: 'Etterslep', description: 'Meldinger som venter på en leser.', width: 12 },
          { '{{stream}}: {{consumer}}': 'max by (stream, consumer) (nats_consumer_pending_messages{stream!~"KV_.*"})' }
        ),
        lines(
          {
            title: 'Fylt del av strømmene',
            description: 'Ved 100 % venter avsenderne.',
            unit: 'percentunit',
            width: 12
          },
          { '{{stream}}': 'max by (stream) (nats_stream_bytes / nats_stream_bytes_max)' }
        ),
        lines(
          { title: 'Lagret i sekundet', description: 'Meldinger, hendelser og døde.', unit: 'ops', width: 8 },
          {
            '{{stream}}': 'max by (stream) (rate(nats_stream_stored_messages_total{stream!~"KV_.*"}[$__rate_interval]))'
          }
        ),
        lines(
          { title: 'Minne', description: 'Det tjeneren holder.', unit: 'bytes', width: 8 },
          { '{{server}}': 'nats_server_memory_bytes' }
        ),
        lines(
          { title: 'Trafikk', description: 'Inn og ut av tjenerne.', unit: 'decbytes', width: 8 },
          {
            inn: 'sum(rate(nats_server_received_bytes_total[$__rate_interval]))',
            ut: 'sum(rate(nats_server_sent_bytes_total[$__rate_interval]))'
          }
        ),
        table(
          { title: 'Lesere', description: 'Hva som venter, er utlevert og er levert igjen.', width: 12 },
          { stream: 'Strøm', consumer: 'Leser' },
          {
            Venter: 'max by (stream, consumer) (nats_consumer_pending_messages{stream!~"KV_.*"})',
            Utlevert: 'max by (stream, consumer) (nats_consumer_unsettled_messages{stream!~"KV_.*"})',
            'Levert igjen': 'max by (stream, consumer) (nats_consumer_redelivered_messages{stream!~"KV_.*"})'
          }
        ),
        table(
          { title: 'Oppslag', description: 'Spørsmål som tjenestene svarer på ($SRV.STATS).', width: 12 },
          { service: 'Tjeneste', endpoint: 'Spørsmål' },
          {
            Svar: 'sum by (service, endpoint) (nats_service_requests_total)',
            Feil: 'sum by (service, endpoint) (nats_service_errors_total)',
            'Sekunder per svar':
              'sum by (service, endpoint) (nats_service_processing_seconds_total) / (sum by (service, endpoint) (nats_service_requests_total) > 0)'
          }
        )
      ]
    }
  ]
})
