/** Starts kjernejournal on JetStream and SQLite, and serves until it is told to stop. */
import process from 'node:process'
import { openPorts, runService } from '@budstikka/service'
import { Config } from './config.ts'
import { manifest } from './service.ts'
import { start } from './start.ts'

await runService({
  host: process,
  name: manifest.name,
  schema: Config,
  async start(config, signal, log) {
    await using closing = new AsyncDisposableStack()
    const ports = closing.use(await openPorts(manifest.name, config))
    const running = closing.use(await start(config, { ...ports, log }, signal))
    const open = closing.move()
    return { ...running, [Symbol.asyncDispose]: () => open.disposeAsync() }
  }
})
