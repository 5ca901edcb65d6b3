/** Starts nats-eksport: asks whenever it is read, and serves until it is told to stop. */
import { createMetrics, exposition, natsCredentials, runService, startHttp } from '@budstikka/service'
import { connectServiceStats } from '@budstikka/transport'
import { Config } from './config.ts'
import { familiesOf } from './handle.ts'
import { seeServer } from './monitor.ts'
import { service } from './service.ts'

const { name, version, description } = service

await runService({
  host: process,
  name,
  schema: Config,
  async start(config, _signal, log) {
    const stats = await connectServiceStats({ servers: config.NATS_SERVERS, name, ...natsCredentials(config) })
    const metrics = createMetrics(name, version)
    metrics.append(async () => {
      const servers = Promise.all(config.NATS_MONITOR_URLS.map(seeServer))
      // Without a connection nobody answers, and what the servers say is all the more wanted.
      return exposition(familiesOf(await servers, await stats.ask().catch(() => [])))
    })
    const http = await startHttp({
      config,
      routes: [],
      metrics,
      log,
      openapi: { title: name, version, description },
      // Whether NATS is up is what it shows, not what it waits for.
      health: []
    })
    return {
      url: http.url,
      async [Symbol.asyncDispose]() {
        await http[Symbol.asyncDispose]()
        await stats[Symbol.asyncDispose]()
      }
    }
  }
})
