/** Puts Grunndata together on a bus and a store: the door for deaths and the event that tells of one, and the registers that are asked. */
import { createLandscape, type Landscape } from '@budstikka/landscape'
import { encodeMottatt } from '@budstikka/meldinger'
import {
  type DeathQuestion,
  deathQuestionSubject,
  type LookUpCounts,
  type Metrics,
  openLookUpCounts,
  type Ports,
  type Running,
  startDoors,
  startPublisher,
  sumOf
} from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import type { Config } from './config.ts'
import { kanaler } from './handle.ts'
import { pageSize } from './hendelsesliste.ts'
import { Sakbeslutning } from './hendelse.ts'
import { FeedQuestion, feedOf } from './look-up.ts'
import { decideByHand, receive } from './receive.ts'
import { registerEndpoints } from './register-endpoints.ts'
import { registerRoutes } from './register-routes.ts'
import { openRegisters } from './registers.ts'
import { type Answers, routes } from './routes.ts'
import { grunndata } from './service.ts'
import { type Folkeregister, openFolkeregister } from './state.ts'

export type StartOptions = Ports & {
  readonly config: Config
  /** Milliseconds since 1970. */
  now(): number
}

/** Resolves when it listens; events that an earlier run has not told are told first. The ports are the caller's to close. */
export async function start({ bus, store, log, config, now }: StartOptions, signal: AbortSignal): Promise<Running> {
  const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
  // Made at the first question: a start need not wait for it.
  let made: Landscape | undefined
  const landscape = () => (made ??= createLandscape({ year, seed, size }))
  const folkeregister = openFolkeregister(store)
  const registers = openRegisters({ store, folkeregister, landscape, kodeverkDir: config.KODEVERK_DIR })
  const counts = openLookUpCounts(store)
  const publisher = await startPublisher(bus, store, signal)
  const { SAKSBEHANDLING: saksbehandling } = config
  const receiving = { store, folkeregister, flr: registers.flr, publisher, saksbehandling, now }
  const answers: Answers = {
    receive: (bytes) => receive(receiving, bytes),
    decideByHand: (beslutning) => decideByHand(receiving, beslutning),
    feed: (question) => feedOf(folkeregister, question),
    hendelsesliste: (seq) => folkeregister.hendelserFrom(seq, pageSize),
    dodsfalltall: folkeregister.tall,
    person({ identifikasjonsnummer }) {
      counts.count('person', 'http')
      return registers.person(identifikasjonsnummer)
    }
  }
  const http = await startDoors({
    service: grunndata,
    bus,
    config,
    log,
    endpoints: [...endpointsOf(answers), ...registerEndpoints(registers, counts)],
    routes: [...routes(answers), ...registerRoutes(registers, counts, now)],
    count: (metrics) => count(metrics, folkeregister, counts)
  })
  return {
    url: http.url,
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]()
      counts[Symbol.dispose]()
    }
  }
}

function count(metrics: Metrics, folkeregister: Folkeregister, counts: LookUpCounts): void {
  metrics.counter({
    name: 'budstikka_folkeregister_decisions_total',
    help: 'Decisions of Folkeregisteret on messages from outside.',
    collect: () => [{ labels: {}, value: folkeregister.decisions() }]
  })
  metrics.gauge({
    name: 'budstikka_folkeregister_waiting_cases',
    help: 'Cases that somebody at Folkeregisteret has yet to decide.',
    collect: () => [{ labels: {}, value: folkeregister.waiting() }]
  })
  metrics.gauge({
    name: 'budstikka_folkeregister_deaths',
    help: 'Deaths that stand in Folkeregisteret, by how they were told.',
    labels: ['channel'],
    collect: () =>
      kanaler.map((channel) => ({
        labels: { channel },
        value: sumOf(folkeregister.tall(), (what) => what.startsWith(`${channel}.`))
      }))
  })
  metrics.counter({
    name: 'budstikka_grunndata_lookups_total',
    help: 'Look-ups by register: over the exchange, and told by callers who look into a copy of their own.',
    labels: ['register', 'way'],
    collect() {
      const tall = counts.all()
      return (['spurt', 'kopi'] as const).flatMap((way) =>
        countedRegisters.map((register) => ({
          labels: { register, way },
          value: sumOf(tall[way], (what) => what.startsWith(`${register}.`))
        }))
      )
    }
  })
}
const countedRegisters = ['person', 'personell', 'fastlege', 'kodeverk'] as const

/** The same doors over the bus. What cannot be read is thrown, and told to whoever asked. */
function endpointsOf({ receive, decideByHand, feed, dodsfalltall }: Answers): Endpoint[] {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value))
  const parse = (body: Uint8Array): unknown => JSON.parse(Buffer.from(body).toString())
  const take = async (body: Uint8Array) => Buffer.from(encodeMottatt(await receive(body)))
  const endpoint = (
    name: Exclude<DeathQuestion, 'person' | 'dodsarsak' | 'arsakstall'>,
    answer: (body: Uint8Array) => ReturnType<Endpoint['answer']>
  ) => ({
    name,
    subject: deathQuestionSubject(name, '*'),
    answer: ({ body }: { body: Uint8Array }) => answer(body)
  })
  return [
    endpoint('doedsfall_v1', take),
    endpoint('annullering_av_doedsfall_v1', take),
    endpoint('sakbeslutning', async (body) => json(await decideByHand(Sakbeslutning.parse(parse(body))))),
    endpoint('hendelser', (body) => json(feed(FeedQuestion.parse(parse(body))))),
    endpoint('dodsfalltall', () => json(dodsfalltall()))
  ]
}
