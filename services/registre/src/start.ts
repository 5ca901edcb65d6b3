/** Puts Registre together on a bus and a store: the same door over HTTP and over the bus. */
import { DodsarsakAnswer } from '@budstikka/meldinger'
import { deathQuestionSubject, type Ports, type Route, type Running, route, startDoors } from '@budstikka/service'
import type { Config } from './config.ts'
import { openDodsarsaksregister, ReportBody } from './receive.ts'
import { registre } from './service.ts'

export type StartOptions = Ports & {
  readonly config: Config
  /** Milliseconds since 1970. */
  now(): number
}
type Register = ReturnType<typeof openDodsarsaksregister>

/** Resolves when it listens. The ports are the caller's to close. */
export async function start({ bus, store, log, config, now }: StartOptions): Promise<Running> {
  const register = openDodsarsaksregister(store, now)
  return startDoors({
    service: registre,
    bus,
    config,
    log,
    endpoints: [
      {
        name: 'dodsarsak',
        subject: deathQuestionSubject('dodsarsak', '*'),
        answer: ({ body }) =>
          Buffer.from(JSON.stringify(register.receive(ReportBody.parse(JSON.parse(Buffer.from(body).toString())))))
      }
    ],
    routes: [dodsarsak(register)],
    count: (metrics) =>
      metrics.counter({
        name: 'budstikka_causes_of_death_total',
        help: 'Causes of death that Dødsårsaksregisteret has taken.',
        collect: () => [{ labels: {}, value: register.count() }]
      })
  })
}

const dodsarsak = (register: Register): Route =>
  route({
    method: 'POST',
    url: '/dodsarsaksregisteret/dodsarsaker',
    summary: 'A cause of death under the id of its sender: taken with a reference, or rejected with why',
    body: ReportBody,
    response: DodsarsakAnswer,
    handle: ({ body }) => register.receive(body)
  })
