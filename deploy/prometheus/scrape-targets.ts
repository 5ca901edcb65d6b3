/** What Prometheus scrapes: every service, by its name on the compose network and the port of the image. */
import { observers, services } from '@budstikka/cli'

export type ScrapeTarget = { readonly targets: readonly string[]; readonly labels: { readonly service: string } }

/** HTTP_PORT in the image. */
const imagePort = 8080

/** `addressOf`: host and port of a service. */
export const scrapeTargets = (
  addressOf: (service: string) => string = (service) => `${service}:${imagePort}`
): readonly ScrapeTarget[] =>
  [...services, ...observers].map((service) => ({ targets: [addressOf(service)], labels: { service } }))
