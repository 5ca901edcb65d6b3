/** Starts Reseptformidleren on JetStream and SQLite, and serves until it is told to stop. */
import process from 'node:process'
import { createLandscape, familyOf } from '@budstikka/landscape'
import { lookUpEndpoints, runOnPorts, startDefinition } from '@budstikka/service'
import { answer } from './answer.ts'
import { openBevis } from './bevis.ts'
import { Config } from './config.ts'
import { showEndpoint } from './routes.ts'
import { eresept, name, tjenester } from './service.ts'
import { openMemory } from './state.ts'

const dayMs = 24 * 60 * 60 * 1000

await runOnPorts({
  host: process,
  name,
  schema: Config,
  start(config, ports, signal) {
    const { store } = ports
    const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
    const { person } = createLandscape({ year, seed, size })
    const setup = {
      rekvirenter: config.REKVIRENTER,
      reopensOnAnnulment: config.REOPENS_ON_ANNULMENT,
      fastlegeOf: (id: string) => person(id).fastlege,
      foreldreOf: (id: string) => familyOf(String(seed), id).parents,
      innlogget: openBevis(config.HELSEID_JWKS),
      nettAlder: config.NETT_ALDER,
      reservasjoner: config.RESERVASJONER
    }
    const memory = openMemory(store, { retentionMs: config.RETENTION_DAYS * dayMs })
    return startDefinition(eresept(memory, setup), config, ports, signal, (register) => ({
      routes: [],
      endpoints: [
        showEndpoint(memory.find),
        ...lookUpEndpoints({
          tjenester,
          store,
          register,
          memory,
          answer: (state, question, context) => answer(state, question, { ...context, setup })
        })
      ],
      gauges: [
        {
          name: 'budstikka_rekvirenter',
          help: 'Enterprises that have prescribed in the last 100 simulated days.',
          collect: () => [{ labels: {}, value: memory.rekvirenter() }]
        }
      ]
    }))
  }
})
