/** Puts Registre together on a bus and a store: what it hears, and what it is asked. */
import { createLandscape } from '@budstikka/landscape'
import { type Edge, lookUpEndpoints, openRegister, type Ports, type Running, startDefinition } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import type { Config } from './config.ts'
import { dodsarsakDoors } from './dodsarsak-doors.ts'
import { festDoors } from './fest-doors.ts'
import { openClaims } from './helfo/claims.ts'
import { fastlegeregister } from './helfo/fastlege.ts'
import { refusjon } from './helfo/refusjon.ts'
import { lookUp } from './hear.ts'
import { helfo, openFrikort } from './helfo/take.ts'
import { utenMelding } from './helseregistre.ts'
import { helsenorgeDoors } from './helsenorge/doors.ts'
import { openPasientreiser } from './helsenorge/pasientreiser.ts'
import { openProvesvar } from './helsenorge/provesvar.ts'
import { pasientreiserDoors } from './helsenorge/reise-doors.ts'
import { legemiddelverket } from './legemiddelverket.ts'
import { nav, utfall } from './nav/take.ts'
import { openDodsarsaksregister } from './receive.ts'
import { registre } from './service.ts'
import { folkeregisterOf } from './sysvak/folkeregister.ts'
import { openRecords } from './sysvak/records.ts'
import { sysvak } from './sysvak/take.ts'

/** Resolves when it listens. The ports are the caller's to close. */
export async function start(config: Config, ports: Ports, signal: AbortSignal): Promise<Running> {
  const { bus, store } = ports
  const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
  const { person, placeOf } = createLandscape({ year, seed, size })
  const register = await openRegister(bus, signal)
  const landscape = { seed, person, placeOf, party: register.party, find: register.find }
  const deaths = openDeaths(store)
  const records = openRecords(store)
  const folkeregister = folkeregisterOf(person, deaths.of)
  const takesNotes = nav(store, folkeregister)
  const registers = [
    sysvak({ records, folkeregister }),
    takesNotes,
    helfo({ store, folkeregister, parties: register, ceiling: config.FRIKORT_CEILING * 100 }),
    fastlegeregister({ folkeregister, landscape }),
    legemiddelverket,
    refusjon,
    ...utenMelding
  ]
  const reiser = openPasientreiser(store, openFrikort(store, config.FRIKORT_CEILING * 100))
  const provesvar = openProvesvar(store)
  const doors: readonly Edge[] = [
    dodsarsakDoors(openDodsarsaksregister(store, Date.now)),
    helsenorgeDoors(config, landscape, { ...ports, provesvar }, signal),
    pasientreiserDoors(reiser)
  ]
  // Nothing is kept of a look-up.
  const memory = { of: () => ({}), save: () => undefined, forgetBefore: () => undefined }
  const offices = { registers, deaths, claims: openClaims(store), reiser, provesvar, person }
  return startDefinition(registre(offices), config, { ...ports, register }, signal, () => {
    const fest = festDoors(register, year)
    return {
      counters: doors.flatMap(({ counters = [] }) => counters),
      routes: [...doors.flatMap(({ routes }) => routes), ...fest.routes],
      endpoints: [
        ...doors.flatMap(({ endpoints }) => endpoints),
        ...fest.endpoints,
        ...lookUpEndpoints({
          tjenester: registers.filter(({ looksUp }) => looksUp.length > 0).map(({ tjeneste }) => tjeneste),
          store,
          register,
          memory,
          answer: (_state, question, context) => lookUp(registers, question, context)
        })
      ],
      gauges: [
        ...doors.flatMap(({ gauges = [] }) => gauges),
        {
          name: 'budstikka_sysvak_vaksinander',
          help: 'Persons of whom SYSVAK has an event.',
          collect: () => [{ labels: {}, value: records.counts().vaksinander }]
        },
        {
          name: 'budstikka_nav_sykmeldinger',
          help: 'Sick notes that NAV did not reject, by what its rule engine said.',
          labels: ['judgement'],
          collect: () =>
            utfall.map((judgement) => ({ labels: { judgement }, value: takesNotes.tall()[judgement] ?? 0 }))
        }
      ]
    }
  })
}

/** Days on which persons died, as Folkeregisteret has told. */
function openDeaths(store: Store) {
  const deaths = store.table('dode')
  return {
    of: (id: string) => deaths.get(id),
    told(id: string, dodsdato: string | undefined) {
      if (dodsdato === undefined) deaths.delete(id)
      else deaths.put(id, dodsdato, 0)
    }
  }
}
