/** The doors of a service that is only asked: questions over the bus, routes over HTTP, health and metrics. */
import type { Bus, Endpoint, ServiceInfo } from '@budstikka/transport'
import type { ServiceConfig } from './config.ts'
import { type Http, startHttp } from './http.ts'
import type { Log } from './logs.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import type { Route } from './routes.ts'
import { watchDisk } from './watch-disk.ts'

export type DoorsOptions = {
  readonly service: Pick<ServiceInfo, 'name' | 'version' | 'description'>
  readonly bus: Bus
  readonly config: ServiceConfig
  readonly log: Log
  readonly endpoints: readonly Endpoint[]
  readonly routes: readonly Route[]
  /** Adds what the service counts. */
  count(metrics: Metrics): void
}

/** Resolves when both are open; ready as long as the bus is connected. */
export async function startDoors(options: DoorsOptions): Promise<Http> {
  const { service, bus, config, log, endpoints, routes } = options
  const { name, version, description } = service
  let isConnected = true
  bus.onConnection((connected) => (isConnected = connected))
  const metrics = createMetrics(name, version)
  watchDisk(metrics, config.DATA_DIR)
  options.count(metrics)
  await bus.serve({ name, version, description }, endpoints)
  return startHttp({
    config,
    routes,
    health: [{ name: 'connected', check: () => isConnected }],
    metrics,
    openapi: { title: name, version, description },
    log
  })
}
