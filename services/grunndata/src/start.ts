/** Puts Grunndata together on a bus and a store: the door for deaths, the feed, persons, and the event that tells of a death. */
import { createLandscape, type Landscape } from '@budstikka/landscape'
import { encodeMottatt } from '@budstikka/meldinger'
import { deathQuestionSubject, type Ports, type Running, startDoors, startPublisher, sumOf } from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import type { Config } from './config.ts'
import { kanaler } from './handle.ts'
import { FeedQuestion, feedOf, PersonQuestion, personOf } from './look-up.ts'
import { receive } from './receive.ts'
import { type Answers, routes } from './routes.ts'
import { grunndata } from './service.ts'
import { openFolkeregister } from './state.ts'

export type StartOptions = Ports & {
  readonly config: Config
  /** Milliseconds since 1970. */
  now(): number
}

/** Resolves when it listens; events that an earlier run has not told are told first. The ports are the caller's to close. */
export async function start({ bus, store, log, config, now }: StartOptions, signal: AbortSignal): Promise<Running> {
  const { LANDSCAPE_YEAR: year, LANDSCAPE_SEED: seed, LANDSCAPE_SIZE: size } = config
  // Made at the first question: a start need not wait for it.
  let landscape: Landscape | undefined
  const folkeregister = openFolkeregister(store)
  const publisher = await startPublisher(bus, store, signal)
  const answers: Answers = {
    receive: (bytes) => receive({ store, folkeregister, publisher, now }, bytes),
    feed: (question) => feedOf(folkeregister, question),
    dodsfalltall: folkeregister.tall,
    person: (question) => personOf(folkeregister, (landscape ??= createLandscape({ year, seed, size })), question)
  }
  return startDoors({
    service: grunndata,
    bus,
    config,
    log,
    endpoints: endpointsOf(answers),
    routes: routes(answers),
    count(metrics) {
      metrics.counter({
        name: 'budstikka_folkeregister_decisions_total',
        help: 'Decisions of Folkeregisteret on messages from outside.',
        collect: () => [{ labels: {}, value: folkeregister.newest() }]
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
    }
  })
}

/** The same doors over the bus. What cannot be read is thrown, and told to whoever asked. */
function endpointsOf({ receive, feed, person, dodsfalltall }: Answers): Endpoint[] {
  const json = (value: unknown) => Buffer.from(JSON.stringify(value))
  const parse = (body: Uint8Array): unknown => JSON.parse(Buffer.from(body).toString())
  const take = async (body: Uint8Array) => Buffer.from(encodeMottatt(await receive(body)))
  const endpoint = (
    name: (typeof grunndata)['answers'][number],
    answer: (body: Uint8Array) => ReturnType<Endpoint['answer']>
  ) => ({
    name,
    subject: deathQuestionSubject(name, '*'),
    answer: ({ body }: { body: Uint8Array }) => answer(body)
  })
  return [
    endpoint('doedsfall_v1', take),
    endpoint('annullering_av_doedsfall_v1', take),
    endpoint('hendelser', (body) => json(feed(FeedQuestion.parse(parse(body))))),
    endpoint('dodsfalltall', () => json(dodsfalltall())),
    endpoint('person', (body) => json(person(PersonQuestion.parse(parse(body)))))
  ]
}
