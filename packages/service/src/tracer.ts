/** OpenTelemetry itself; loaded only where there is a collector to send to. */
import { randomBytes } from 'node:crypto'
import { trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { NodeSDK } from '@opentelemetry/sdk-node'

/** Ids of the next span that has no parent; each is used once. */
export type NextIds = { traceId?: string; spanId?: string }

/** `next` is read when a span starts: what stands there becomes the span's own ids. */
export function startTracer(service: string, endpoint: string, next: NextIds) {
  const sdk = new NodeSDK({
    serviceName: service,
    traceExporter: new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` }),
    idGenerator: {
      generateTraceId: () => take(next, 'traceId') ?? randomBytes(16).toString('hex'),
      generateSpanId: () => take(next, 'spanId') ?? randomBytes(8).toString('hex')
    },
    // Numbers go to Prometheus and lines to standard output.
    metricReaders: [],
    logRecordProcessors: [],
    textMapPropagator: null,
    autoDetectResources: false
  })
  sdk.start()
  const tracer = trace.getTracer('budstikka')
  // Several services may run in one process, each with its own tracer and name; the global place is left free.
  trace.disable()
  return { tracer, stop: () => sdk.shutdown() }
}

function take(next: NextIds, kind: keyof NextIds): string | undefined {
  const id = next[kind]
  delete next[kind]
  return id
}
