/** Starts EPJ on JetStream and SQLite, and serves until it is told to stop. */
import process from 'node:process'
import { createLandscape } from '@budstikka/landscape'
import { askingBus, openRegister, runOnPorts, startDefinition } from '@budstikka/service'
import { Config } from './config.ts'
import { isConcerned, prepare } from './prepare.ts'
import { epj } from './service.ts'
import { tjenester } from './tjenester.ts'

await runOnPorts({
  host: process,
  name: 'epj',
  schema: Config,
  async start(config, { bus, store, log }, signal) {
    const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
    const { person } = createLandscape({ year, seed, size })
    const register = await openRegister(bus, signal)
    const asking = { bus, register, tjenester }
    const asks = askingBus(bus, (data, until) => prepare(asking, data, until), isConcerned)
    return startDefinition(epj(person), config, { bus: asks, store, log, register }, signal)
  }
})
