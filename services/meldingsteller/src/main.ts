/** Starts meldingsteller with the real adapters. */
import process from 'node:process'
import { openPorts, runService } from '@budstikka/service'
import { Config } from './config.ts'
import { service } from './service.ts'
import { startTeller } from './teller.ts'

await runService({
  host: process,
  name: service.name,
  schema: Config,
  async start(config, signal, log) {
    const ports = await openPorts(service.name, config)
    const running = await startTeller(config, { ...ports, log }, signal)
    return {
      ...running,
      async [Symbol.asyncDispose]() {
        await running[Symbol.asyncDispose]()
        await ports[Symbol.asyncDispose]()
      }
    }
  }
})
