/** Starts Pleie og omsorg on JetStream and SQLite, and serves until it is told to stop. */
import { createLandscape } from '@budstikka/landscape'
import { runDefinition } from '@budstikka/service'
import { Config } from './config.ts'
import { pleieOmsorg } from './service.ts'

await runDefinition({
  host: process,
  name: 'pleie-omsorg',
  schema: Config,
  define: ({ LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size }) =>
    pleieOmsorg(createLandscape({ year, seed, size }).person)
})
