/** Starts Adresseregisteret on JetStream and SQLite; one process at a time, since it alone writes the register. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { natsCredentials, runService } from '@budstikka/service'
import { connectJetStream, openSqliteStore } from '@budstikka/transport'
import { Config } from './config.ts'
import { adresseregister } from './service.ts'
import { start } from './start.ts'

const { name } = adresseregister

await runService({
  host: process,
  name,
  schema: Config,
  async start(config, signal, log) {
    mkdirSync(config.DATA_DIR, { recursive: true })
    await using closing = new AsyncDisposableStack()
    const store = closing.use(openSqliteStore(join(config.DATA_DIR, `${name}.db`), { profile: config.PROFILE }))
    const { NATS_SERVERS: servers, PROFILE: profile } = config
    const bus = closing.use(await connectJetStream({ servers, name, profile, ...natsCredentials(config) }))
    const running = closing.use(await start({ bus, store, config, log }, signal))
    const open = closing.move()
    return { url: running.url, done: running.done, [Symbol.asyncDispose]: () => open.disposeAsync() }
  }
})
