/** Puts kjernejournal together on a bus and a store. */
import { createLandscape } from '@budstikka/landscape'
import { clockOf, openRegister, type Ports, type Running, startDefinition } from '@budstikka/service'
import { openAndre } from './andre.ts'
import { answersOf } from './answers.ts'
import { openTokens } from './asker.ts'
import { citizenRoutes } from './citizen-routes.ts'
import type { Config } from './config.ts'
import { criticalRoutes } from './critical-routes.ts'
import { openDesk } from './desk.ts'
import { figuresOf } from './figures.ts'
import { lookUps } from './look-ups.ts'
import { openRecords } from './records.ts'
import { routes } from './routes.ts'
import { kjernejournal } from './service.ts'
import { openSaying } from './saying.ts'
import { knownOf, worldOf } from './world.ts'

/** Resolves when it listens. The ports are the caller's to close. */
export async function start(config: Config, ports: Ports, signal: AbortSignal): Promise<Running> {
  const { bus, store, log } = ports
  const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
  const { person, placeOf } = createLandscape({ year, seed, size })
  const register = await openRegister(bus, signal)
  const records = openRecords(store)
  const saying = openSaying(bus, store, signal)
  const publish = () =>
    void saying.publish().catch((error: unknown) => {
      if (!signal.aborted)
        log.warn('what is said waits for the bus', { error: error instanceof Error ? error.name : 'unknown' })
    })
  const desk = openDesk(store, publish)
  // The world's own time, as far as it has been told; where no year is played, that of the machine.
  const now = () => clockOf(store) || Date.now()
  const ticketMs = config.KJ_TICKET_MINUTES * 60_000
  const definition = kjernejournal(records, register.party, ticketMs)
  publish()
  return startDefinition(definition, config, { ...ports, register }, signal, () => {
    const world = worldOf({ person, placeOf }, register)
    const known = knownOf(config, world, register)
    const answers = answersOf({ desk, records, saying, known, world, andre: openAndre(bus, register), ticketMs })
    const tokens = openTokens(world, config.HELSEID_JWKS)
    return {
      routes: [routes, criticalRoutes, citizenRoutes].flatMap((edge) => edge(answers, tokens, now)),
      endpoints: lookUps(answers, tokens, world, now),
      ...figuresOf(records)
    }
  })
}
