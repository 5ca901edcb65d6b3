/** Starts Apotek on JetStream and SQLite, and serves until it is told to stop. */
import process from 'node:process'
import { createLandscape } from '@budstikka/landscape'
import { askingBus, openRegister, runOnPorts, startDefinition } from '@budstikka/service'
import { openAnmodninger } from './anmodninger.ts'
import { Config } from './config.ts'
import { openKrav } from './krav.ts'
import { prepare } from './prepare.ts'
import { apotek, name, tjenester } from './service.ts'

await runOnPorts({
  host: process,
  name,
  schema: Config,
  async start(config, { bus, store, log }, signal) {
    const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
    const { person } = createLandscape({ year, seed, size })
    const register = await openRegister(bus, signal)
    const asking = { bus, store, register, tjenester }
    const ports = { bus: askingBus(bus, (data, until) => prepare(asking, data, until)), store, log, register }
    const krav = openKrav(store)
    return startDefinition(apotek(person, krav, openAnmodninger(store)), config, ports, signal, () => ({
      routes: [],
      endpoints: [],
      gauges: [
        {
          name: 'budstikka_claims_unpaid',
          help: 'Claims (M18) of the pharmacies that no payment has come for.',
          collect: () => [{ labels: {}, value: krav.counts().claimed - krav.counts().paid }]
        }
      ]
    }))
  }
})
