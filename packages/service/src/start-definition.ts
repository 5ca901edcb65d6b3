/** Puts a defined service on its ports: register, health, metrics, status look-up, HTTP edge, and the loop itself. */
import type { Bus, Endpoint, Store } from '@budstikka/transport'
import type { ServiceConfig } from './config.ts'
import type { ServiceDefinition } from './definition.ts'
import { startHttp } from './http.ts'
import type { Log } from './logs.ts'
import { createMetrics, type MetricOptions, type Metrics } from './metrics.ts'
import { openRegister, type RegisterReplica } from './register-replica.ts'
import type { Route } from './routes.ts'
import type { Running } from './run.ts'
import { serve } from './serve.ts'
import { type Status, statusOf } from './status.ts'
import { statusSubject } from './subjects.ts'
import { noteTraces } from './trace-notes.ts'
import { startTracing } from './tracing.ts'
import { type Verdict, verdictNames } from './verdict.ts'
import { watchDisk } from './watch-disk.ts'

export type Ports = {
  readonly bus: Bus
  readonly store: Store
  readonly log: Log
  /** The copy of Adresseregisteret, where its caller has opened one for itself. */
  readonly register?: RegisterReplica
}
/** What a service answers at once, beside what it hears: over HTTP, and as look-ups over the bus. */
export type Edge = {
  readonly routes: readonly Route[]
  readonly endpoints: readonly Endpoint[]
  /** What it measures and counts of its own. */
  readonly gauges?: readonly MetricOptions<string>[]
  readonly counters?: readonly MetricOptions<string>[]
}

/** Resolves when the service listens; `done` settles when it has stopped. The ports are the caller's to close. */
export async function startDefinition<State>(
  definition: ServiceDefinition<State>,
  config: ServiceConfig,
  ports: Ports,
  signal: AbortSignal,
  edgeOf?: (register: RegisterReplica) => Edge
): Promise<Running> {
  const { name, description } = definition
  const { bus, store, log, register = await openRegister(bus, signal) } = ports
  const notes = noteTraces(await startTracing(name, config))
  const { tracing } = notes
  const metrics = createMetrics(name)
  const countVerdict = metrics.traced({
    name: 'budstikka_verdicts_total',
    help: 'Messages that this process has settled, by what became of them.',
    labels: ['verdict']
  })
  // A series that begins at its first count would hide that count from rate().
  for (const verdict of verdictNames) countVerdict({ verdict }, undefined, 0)
  watchDisk(metrics, config.DATA_DIR)
  const ownStatus = () => statusOf(store)
  showStatus(metrics, ownStatus)
  let isConnected = true
  bus.onConnection((connected) => (isConnected = connected))
  const answer = () => Buffer.from(JSON.stringify({ ...ownStatus(), parties: register.size }))
  const { routes = [], endpoints = [], gauges = [], counters = [] } = edgeOf?.(register) ?? {}
  for (const gauge of gauges) metrics.gauge(gauge)
  for (const counter of counters) metrics.counter(counter)
  const status = { name: 'status', subject: statusSubject(name), answer }
  await bus.serve({ name, version: '0.1.0', description }, [status, ...endpoints])
  const http = await startHttp({
    config,
    routes,
    metrics,
    log,
    openapi: { title: name, version: '0.1.0', description },
    health: [
      { name: 'connected', check: () => isConnected },
      { name: 'register is current', check: () => register.isCurrent && register.size > 0 }
    ]
  })
  const done = serve({ definition, bus, store, register, tracing, onVerdict, ...settings(config) }, signal)
  return {
    url: http.url,
    done,
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]()
      await tracing[Symbol.asyncDispose]()
    }
  }

  function onVerdict(verdict: Verdict) {
    const traceId = notes.take(verdict.id)
    countVerdict({ verdict: verdict.verdict }, traceId)
    log.verdict(verdict, traceId)
  }
}

function showStatus(metrics: Metrics, ownStatus: () => Status): void {
  metrics.gauge({
    name: 'budstikka_receipts_awaited',
    help: 'Meldinger sent by this service that have no receipt yet.',
    collect: () => [{ labels: {}, value: ownStatus().waiting }]
  })
  metrics.gauge({
    name: 'budstikka_receipts_overdue',
    help: 'Meldinger sent by this service that had no receipt within 96 simulated hours, and still have none.',
    collect: () => [{ labels: {}, value: ownStatus().overdue }]
  })
  metrics.gauge({
    name: 'budstikka_outbox_rows',
    help: 'Messages decided but not yet published.',
    collect: () => [{ labels: {}, value: ownStatus().outbox }]
  })
}

const settings = (config: ServiceConfig) => ({
  replica: config.REPLICA,
  replicas: config.REPLICAS,
  traceRatio: config.TRACE_SAMPLE_RATIO,
  judging: { refusesUnknownService: config.REFUSES_UNKNOWN_SERVICE }
})
