/** Starts Registre on JetStream and SQLite, and serves until it is told to stop. */
import process from 'node:process'
import { runOnPorts } from '@budstikka/service'
import { Config } from './config.ts'
import { manifest } from './service.ts'
import { start } from './start.ts'

await runOnPorts({ host: process, name: manifest.name, schema: Config, start })
