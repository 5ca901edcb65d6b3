/** Starts meldingsteller on JetStream and SQLite, and serves until it is told to stop. */
import process from 'node:process'
import { runOnPorts } from '@budstikka/service'
import { Config } from './config.ts'
import { service } from './service.ts'
import { startTeller } from './teller.ts'

await runOnPorts({ host: process, name: service.name, schema: Config, start: startTeller })
