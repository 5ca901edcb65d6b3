/** Starts Registre on JetStream and SQLite; one process at a time, since it alone writes its registers. */
import process from 'node:process'
import { runOnPorts } from '@budstikka/service'
import { Config } from './config.ts'
import { registre } from './service.ts'
import { start } from './start.ts'

await runOnPorts({
  host: process,
  name: registre.name,
  schema: Config,
  start: (config, ports) => start({ ...ports, config, now: Date.now })
})
