/** Starts EPJ on JetStream and SQLite, and serves until it is told to stop. */
import { createLandscape } from '@budstikka/landscape'
import { openPorts, runService, startDefinition } from '@budstikka/service'
import { Config } from './config.ts'
import { epj } from './service.ts'

await runService({
  host: process,
  name: 'epj',
  schema: Config,
  async start(config, signal, log) {
    const { person } = createLandscape({ year: config.LANDSCAPE_YEAR, seed: config.LANDSCAPE_SEED })
    const definition = epj(person)
    await using closing = new AsyncDisposableStack()
    const ports = closing.use(await openPorts(definition.name, config))
    const running = closing.use(await startDefinition(definition, config, { ...ports, log }, signal))
    const open = closing.move()
    return { ...running, [Symbol.asyncDispose]: () => open.disposeAsync() }
  }
})
