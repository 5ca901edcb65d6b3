/** Puts Registre together on a bus and a store: the same door over HTTP and over the bus. */
import {
  createMetrics,
  deathQuestionSubject,
  type Ports,
  type Route,
  type Running,
  route,
  startHttp,
  watchDisk
} from '@budstikka/service'
import type { Config } from './config.ts'
import { AnswerBody, openDodsarsaksregister, ReportBody } from './receive.ts'
import { registre } from './service.ts'

export type StartOptions = Ports & {
  readonly config: Config
  /** Milliseconds since 1970. */
  now(): number
}
type Register = ReturnType<typeof openDodsarsaksregister>

/** Resolves when it listens. The ports are the caller's to close. */
export async function start({ bus, store, log, config, now }: StartOptions): Promise<Running> {
  const { name, version, description } = registre
  const register = openDodsarsaksregister(store, now)
  let isConnected = true
  bus.onConnection((connected) => (isConnected = connected))
  await bus.serve({ name, version, description }, [
    {
      name: 'dodsarsak',
      subject: deathQuestionSubject('dodsarsak', '*'),
      answer: ({ body }) =>
        Buffer.from(JSON.stringify(register.receive(ReportBody.parse(JSON.parse(Buffer.from(body).toString())))))
    }
  ])
  return startHttp({
    config,
    routes: [dodsarsak(register)],
    health: [{ name: 'connected', check: () => isConnected }],
    metrics: metricsOf(register, config),
    openapi: { title: name, version, description },
    log
  })
}

const dodsarsak = (register: Register): Route =>
  route({
    method: 'POST',
    url: '/dodsarsaksregisteret/dodsarsaker',
    summary: 'A cause of death under the id of its sender: taken with a reference, or rejected with why',
    body: ReportBody,
    response: AnswerBody,
    handle: ({ body }) => register.receive(body)
  })

function metricsOf(register: Register, { DATA_DIR }: Config) {
  const metrics = createMetrics(registre.name, registre.version)
  watchDisk(metrics, DATA_DIR)
  metrics.counter({
    name: 'budstikka_causes_of_death_total',
    help: 'Causes of death that Dødsårsaksregisteret has taken.',
    collect: () => [{ labels: {}, value: register.count() }]
  })
  return metrics
}
