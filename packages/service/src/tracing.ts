/** Traces by W3C Trace Context, chosen at the source and carried by hand: what is not sampled costs one header. */
import { hash } from 'node:crypto'
import {
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags
} from '@opentelemetry/api'
import type { ServiceConfig } from './config.ts'
import type { NextIds } from './tracer.ts'

/** `00-<trace id, 32 hex>-<span id, 16 hex>-<flags>`, 55 characters (W3C Trace Context §3.2). */
const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/**
 * The traceparent of a message that begins a trace. Ids and the choice follow from the message id alone,
 * so that a replay gives the same traces again (law 3). `ratio`: share that is sampled, 0 to 1.
 */
export function newTraceparent(messageId: string, ratio: number): string {
  const digest = hash('sha256', messageId, 'hex')
  // 32 bits that are in neither id, so that the choice says nothing of them.
  const isChosen = Number.parseInt(digest.slice(48, 56), 16) < ratio * 2 ** 32
  return `00-${digest.slice(0, 32)}-${digest.slice(32, 48)}-${isChosen ? '01' : '00'}`
}

/** The traceparent of a message that another one caused: the same trace and choice, its own span. */
export function childTraceparent(parent: string, messageId: string): string {
  return `${parent.slice(0, 36)}${hash('sha256', messageId, 'hex').slice(32, 48)}${parent.slice(52)}`
}

/** False for what is missing or malformed, too: then there is no trace. */
export const isSampled = (traceparent: string | undefined) => traceparent !== undefined && traceparent.endsWith('-01')

/** What a span says of a message (OpenTelemetry messaging conventions 1.44); never its content. */
export type TracedMessage = {
  /** Subject with its variable parts named: 'melding.{tjeneste}.{to}.{from}.{type}.{part}'. */
  readonly template: string
  readonly subject: string
  readonly id: string
  readonly conversationId?: string
}

export type Tracing = AsyncDisposable & {
  /** False without a collector; then both others do nothing. */
  readonly isOn: boolean
  /** Marks the publishing of a message: the span that its own traceparent names. */
  publish(traceparent: string | undefined, message: TracedMessage): TraceSpan | undefined
  /** Marks what a receiver does with it: a child of that span. */
  process(traceparent: string | undefined, message: TracedMessage): TraceSpan | undefined
}
/** `error`: a kind of error, as a metric's label would say it. */
export type TraceSpan = { end(error?: string): void }

const off: Tracing = {
  isOn: false,
  publish: () => undefined,
  process: () => undefined,
  async [Symbol.asyncDispose]() {}
}

/** Starts OpenTelemetry where the configuration names a collector; elsewhere nothing of it is even loaded. */
export async function startTracing(
  service: string,
  config: Pick<ServiceConfig, 'OTEL_EXPORTER_OTLP_ENDPOINT'>
): Promise<Tracing> {
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT
  if (endpoint === undefined) return off
  const { startTracer } = await import('./tracer.ts')
  const next: NextIds = {}
  const { tracer, stop } = startTracer(service, endpoint, next)
  const causes = openCauses()
  // A melding that goes to copy receivers too is published once, in several messages that follow each other.
  let lastPublished: string | undefined

  function start(operation: 'publish' | 'process', traceparent: string, message: TracedMessage): TraceSpan | undefined {
    const [, traceId, spanId] = form.exec(traceparent) ?? []
    if (traceId === undefined || spanId === undefined) return undefined
    const isPublish = operation === 'publish'
    const sent = { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true }
    const parent = isPublish ? causes.of(traceId, message) : sent
    // With a parent the tracer takes its trace, and asks for a span's id alone.
    if (isPublish) Object.assign(next, parent === undefined ? { traceId, spanId } : { spanId })
    const span = tracer.startSpan(
      `${operation} ${message.template}`,
      { kind: isPublish ? SpanKind.PRODUCER : SpanKind.CONSUMER, attributes: attributesOf(operation, message) },
      parent === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent)
    )
    if (!isPublish) causes.add(message, span.spanContext())
    return { end: (error) => end(span, error) }
  }

  return {
    isOn: true,
    publish(traceparent, message) {
      if (traceparent === undefined || !isSampled(traceparent) || traceparent === lastPublished) return undefined
      lastPublished = traceparent
      return start('publish', traceparent, message)
    },
    process: (traceparent, message) =>
      traceparent !== undefined && isSampled(traceparent) ? start('process', traceparent, message) : undefined,
    [Symbol.asyncDispose]: stop
  }
}

/** Processed messages that are remembered: what follows from one is published soon after it. */
const causesMax = 10_000

/**
 * What a party publishes in a trace follows from what it processed in it: the AppRec and the answer stand below the
 * processing of the melding. A message whose cause was forgotten, by a restart say, still stands in the trace.
 */
function openCauses() {
  const spans = new Map<string, SpanContext>()
  return {
    add({ subject }: TracedMessage, context: SpanContext) {
      const [, , to] = subject.split('.')
      spans.set(`${context.traceId}.${to}`, context)
      const [oldest] = spans.keys()
      if (spans.size > causesMax && oldest !== undefined) spans.delete(oldest)
    },
    of(traceId: string, { subject }: TracedMessage): SpanContext | undefined {
      const [, , , from] = subject.split('.')
      return spans.get(`${traceId}.${from}`)
    }
  }
}

function end(span: Span, error: string | undefined): void {
  if (error !== undefined) span.setAttribute('error.type', error).setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

const attributesOf = (operation: 'publish' | 'process', message: TracedMessage) => ({
  // The conventions know no value for NATS; one's own is allowed.
  'messaging.system': 'nats',
  'messaging.operation.name': operation,
  'messaging.operation.type': operation === 'publish' ? 'send' : 'process',
  'messaging.destination.name': message.subject,
  'messaging.destination.template': message.template,
  'messaging.message.id': message.id,
  ...(message.conversationId !== undefined && { 'messaging.message.conversation_id': message.conversationId })
})
