/** Starts Dødsmelding on JetStream and SQLite; one process at a time, since it alone knows what waits. */
import process from 'node:process'
import { runOnPorts } from '@budstikka/service'
import { Config } from './config.ts'
import { dodsmelding } from './service.ts'
import { start } from './start.ts'

await runOnPorts({
  host: process,
  name: dodsmelding.name,
  schema: Config,
  start: (config, ports, signal) => start({ ...ports, config, now: Date.now }, signal)
})
