/** A collector of traces that takes everything and keeps nothing, so that tracing costs what it costs. */
import { once } from 'node:events'
import { createServer } from 'node:http'

export type Collector = AsyncDisposable & { readonly url: string; posts(): number }

export async function startCollector(): Promise<Collector> {
  let posts = 0
  const server = createServer((request, response) => {
    posts++
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{}'))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('expected a port of this machine, got none')
  return {
    url: `http://127.0.0.1:${address.port}`,
    posts: () => posts,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
}
