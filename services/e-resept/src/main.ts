/** Starts Reseptformidleren on JetStream and SQLite, and serves until it is told to stop. */
import process from 'node:process'
import { createLandscape, familyOf } from '@budstikka/landscape'
import { clockOf, lookUpEndpoints, openBevis, runOnPorts, startDefinition } from '@budstikka/service'
import { ageOf } from './answer-nettapotek.ts'
import { answer } from './answer.ts'
import { Config } from './config.ts'
import { innbyggerDoors } from './innbygger-doors.ts'
import { kjernejournalDoor } from './kjernejournal-door.ts'
import { showEndpoint } from './routes.ts'
import { eresept, name, tjenester } from './service.ts'
import { openMemory } from './state.ts'
import { counting, openTall } from './tall.ts'

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
      svartelistede: config.SVARTELISTEDE,
      utenCpa: config.UTEN_CPA,
      reopensOnAnnulment: config.REOPENS_ON_ANNULMENT,
      fastlegeOf: (id: string) => person(id).fastlege,
      foreldreOf: (id: string) => familyOf(String(seed), id).parents,
      bevis: openBevis(config.HELSEID_JWKS),
      nettAlder: config.NETT_ALDER,
      reservasjoner: config.RESERVASJONER
    }
    const tall = openTall(store)
    const memory = openMemory(store, { retentionMs: config.RETENTION_DAYS * dayMs })
    const innbygger = innbyggerDoors({
      ...setup,
      memory,
      ageOf,
      // The world's own time, as far as it has been told; where no year is played, that of the machine.
      now: () => clockOf(store) || Date.now(),
      count: (what) => store.transaction(() => tall.count(`innbygger.${what}`))
    })
    return startDefinition(counting(eresept(memory, setup), tall), config, ports, signal, (register) => ({
      routes: innbygger.routes,
      counters: tall.counters,
      endpoints: [
        showEndpoint(memory),
        kjernejournalDoor(memory),
        ...innbygger.endpoints,
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
