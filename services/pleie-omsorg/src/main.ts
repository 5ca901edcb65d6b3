/** Starts Pleie og omsorg on JetStream and SQLite, and serves until it is told to stop. */
import { createLandscape } from '@budstikka/landscape'
import { openPorts, runService, startDefinition } from '@budstikka/service'
import { Config } from './config.ts'
import { pleieOmsorg } from './service.ts'

await runService({
  host: process,
  name: 'pleie-omsorg',
  schema: Config,
  async start(config, signal, log) {
    const { person } = createLandscape({ year: config.LANDSCAPE_YEAR, seed: config.LANDSCAPE_SEED })
    const definition = pleieOmsorg(person)
    await using closing = new AsyncDisposableStack()
    const ports = closing.use(await openPorts(definition.name, config))
    const running = closing.use(await startDefinition(definition, config, { ...ports, log }, signal))
    const open = closing.move()
    return { ...running, [Symbol.asyncDispose]: () => open.disposeAsync() }
  }
})
