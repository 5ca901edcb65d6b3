/** Nats-eksport shows Prometheus what NATS says of itself: servers, streams, consumers and services. It hears no melding. */

export const service = {
  name: 'nats-eksport',
  version: '0.1.0',
  description: 'Shows the figures of NATS to Prometheus'
} as const
