/** A collector for tests: takes traces over OTLP/HTTP as JSON, and remembers every span. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { z } from 'zod'

const Attribute = z.object({ key: z.string(), value: z.object({ stringValue: z.string().optional() }) })
const Span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.int(),
  attributes: z.array(Attribute)
})
const Traces = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(Attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(Span) }))
    })
  )
})

export type ReceivedSpan = {
  readonly service: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly name: string
  /** 4 producer, 5 consumer (OTLP). */
  readonly kind: number
  readonly attributes: Readonly<Record<string, string | undefined>>
}

export async function startOtlpReceiver() {
  const spans: ReceivedSpan[] = []
  const server = createServer(async (request, response) => {
    for (const { resource, scopeSpans } of Traces.parse(await json(request)).resourceSpans) {
      const service = valuesOf(resource.attributes)['service.name'] ?? ''
      for (const { traceId, spanId, parentSpanId, name, kind, attributes } of scopeSpans.flatMap((one) => one.spans))
        spans.push({ service, traceId, spanId, parentSpanId, name, kind, attributes: valuesOf(attributes) })
    }
    response.end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port of this machine, got none')
  return {
    url: `http://127.0.0.1:${address.port}`,
    spans,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    }
  }
}

const valuesOf = (attributes: readonly z.infer<typeof Attribute>[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue]))
