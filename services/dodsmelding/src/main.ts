/** Starts Dødsmelding on JetStream and SQLite; one process at a time, since it alone knows what waits. */
import { openPorts, runService } from '@budstikka/service'
import { Config } from './config.ts'
import { dodsmelding } from './service.ts'
import { start } from './start.ts'

await runService({
  host: process,
  name: dodsmelding.name,
  schema: Config,
  async start(config, signal, log) {
    await using closing = new AsyncDisposableStack()
    const ports = closing.use(await openPorts(dodsmelding.name, config))
    const running = closing.use(await start({ ...ports, log, config, now: Date.now }, signal))
    const open = closing.move()
    return { ...running, [Symbol.asyncDispose]: () => open.disposeAsync() }
  }
})
