/** Starts Apotek on JetStream and SQLite, and serves until it is told to stop. */
import process from 'node:process'
import { createLandscape } from '@budstikka/landscape'
import { askingBus, openPorts, runService, startDefinition } from '@budstikka/service'
import { Config } from './config.ts'
import { prepare } from './prepare.ts'
import { apotek, name, tjenester } from './service.ts'

await runService({
  host: process,
  name,
  schema: Config,
  async start(config, signal, log) {
    const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
    const landscape = createLandscape({ year, seed, size })
    await using closing = new AsyncDisposableStack()
    const { bus, store } = closing.use(await openPorts(name, config))
    const asking = { bus, store, register: landscape, tjenester }
    const ports = { bus: askingBus(bus, (data, until) => prepare(asking, data, until)), store, log }
    const running = closing.use(await startDefinition(apotek(landscape.person), config, ports, signal))
    const open = closing.move()
    return { ...running, [Symbol.asyncDispose]: () => open.disposeAsync() }
  }
})
