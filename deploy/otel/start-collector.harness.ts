/** A collector of traces for a test: takes OTLP over HTTP and remembers which traces it got. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

export type TestCollector = AsyncDisposable & {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string
  traceIds(): ReadonlySet<string>
}

export async function startCollector(): Promise<TestCollector> {
  const ids = new Set<string>()
  const server = createServer(async (request, response) => {
    for (const [, id = ''] of (await text(request)).matchAll(/"traceId":"([0-9a-f]{32})"/g)) ids.add(id)
    response.end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    traceIds: () => ids,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await once(server.close(), 'close')
    }
  }
}
