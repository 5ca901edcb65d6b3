/** Starts Grunndata on JetStream and SQLite; one process at a time, since it alone writes its register. */
import process from 'node:process'
import { runOnPorts } from '@budstikka/service'
import { Config } from './config.ts'
import { grunndata } from './service.ts'
import { start } from './start.ts'

await runOnPorts({
  host: process,
  name: grunndata.name,
  schema: Config,
  start: (config, ports, signal) => start({ ...ports, config, now: Date.now }, signal)
})
