/** Starts Registre on JetStream and SQLite; one process at a time, since it alone writes its registers. */
import { openPorts, runService } from '@budstikka/service'
import { Config } from './config.ts'
import { registre } from './service.ts'
import { start } from './start.ts'

await runService({
  host: process,
  name: registre.name,
  schema: Config,
  async start(config, _signal, log) {
    await using closing = new AsyncDisposableStack()
    const ports = closing.use(await openPorts(registre.name, config))
    const running = closing.use(await start({ ...ports, log, config, now: Date.now }))
    const open = closing.move()
    return { ...running, [Symbol.asyncDispose]: () => open.disposeAsync() }
  }
})
