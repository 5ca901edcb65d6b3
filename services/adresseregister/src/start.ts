/** Puts Adresseregisteret together on a bus and a store: fills the bucket, answers, and carries out changes. */
import { createLandscape } from '@budstikka/landscape'
import type { Party } from '@budstikka/meldinger'
import {
  createMetrics,
  type Log,
  openLookUpCounts,
  openRegister,
  registerBucket,
  type RegisterReplica,
  type Running,
  startHttp,
  watchDisk
} from '@budstikka/service'
import type { Bus, Store } from '@budstikka/transport'
import { answersOf, endpointsOf } from './answers.ts'
import { type ChangeParty, openChanges } from './change-party.ts'
import type { Config } from './config.ts'
import { fillBucket } from './fill-bucket.ts'
import { routes } from './routes.ts'
import { adresseregister } from './service.ts'
import { type Endringer, openEndringer } from './state.ts'

export type StartOptions = { readonly bus: Bus; readonly store: Store; readonly config: Config; readonly log: Log }

/** Resolves when it listens; it is ready when the bucket is filled. The bus and the store are the caller's to close. */
export async function start({ bus, store, config, log }: StartOptions, signal: AbortSignal): Promise<Running> {
  const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
  const landscape = createLandscape({ year, seed, size })
  const { person } = landscape
  const register = await openRegister(bus, signal)
  const endringer = openEndringer(store)
  const counts = openLookUpCounts(store)
  const answers = answersOf(register, (id) => person(id).fastlege)
  let changeParty: ChangeParty | undefined
  const { name, version, description } = adresseregister
  const http = await startHttp({
    config,
    routes: routes({ answers, endringer, counts, changeParty: () => changeParty }),
    health: [
      { name: 'the bucket is filled', check: () => changeParty !== undefined },
      { name: 'the register is current', check: () => register.isCurrent }
    ],
    metrics: metricsOf(register, endringer, config),
    openapi: { title: name, version, description },
    log
  })
  return {
    url: http.url,
    done: fillAndServe(fill(landscape.parties())),
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]()
      counts[Symbol.dispose]()
    }
  }

  // Nothing that lives as long as the service holds on to the landscape's parties: the register has its own.
  async function fill(parties: Iterable<Party>) {
    const bucket = await bus.bucket(registerBucket)
    return { bucket, filled: await fillBucket(bucket, register, parties, signal) }
  }

  async function fillAndServe(filling: ReturnType<typeof fill>): Promise<void> {
    const { bucket, filled } = await filling
    changeParty = await openChanges({ bus, bucket, store, endringer, register, signal })
    await bus.serve({ name, version, description }, endpointsOf(answers, endringer, counts))
    log.info('filled', { parties: register.size, filled })
    if (!signal.aborted)
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  }
}

function metricsOf(register: RegisterReplica, endringer: Endringer, { DATA_DIR }: Config) {
  const metrics = createMetrics(adresseregister.name, adresseregister.version)
  watchDisk(metrics, DATA_DIR)
  metrics.gauge({
    name: 'budstikka_register_parties',
    help: 'Parties in the register, open and closed.',
    labels: ['state'],
    collect() {
      const open = register.all().filter((party) => party.active).length
      return [
        { labels: { state: 'open' }, value: open },
        { labels: { state: 'closed' }, value: register.size - open }
      ]
    }
  })
  metrics.counter({
    name: 'budstikka_register_changes_total',
    help: 'Changes of parties since the register began.',
    collect: () => [{ labels: {}, value: endringer.newest() }]
  })
  return metrics
}
