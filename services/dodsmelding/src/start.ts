/** Puts Dødsmelding together on a bus and a store: the doctor's doors, and the registers told. */
import { Dodsarsak } from '@budstikka/meldinger'
import { type Metrics, oppslagSubject, type Ports, problem, type Running, startDoors } from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { z } from 'zod'
import type { Config } from './config.ts'
import { openMayTell } from './lege.ts'
import { type Answers, answersOf, MeldingQuestion, routes } from './routes.ts'
import { dodsmelding } from './service.ts'
import { type Meldinger, openMeldinger } from './state.ts'
import { tellRegisters } from './tell.ts'
import { Annullering, Dodsfall, TellAs } from './told.ts'

export type StartOptions = Ports & {
  readonly config: Config
  /** Milliseconds since 1970. */
  now(): number
}

/** Resolves when it listens; `done` settles when it has stopped. The ports are the caller's to close. */
export async function start({ bus, store, log, config, now }: StartOptions, signal: AbortSignal): Promise<Running> {
  const meldinger = openMeldinger(store)
  const answers = answersOf(meldinger, now)
  const http = await startDoors({
    service: dodsmelding,
    bus,
    config,
    log,
    endpoints: endpointsOf(answers),
    routes: routes(answers, openMayTell(config.HELSEID_JWKS)),
    count: (metrics) => count(metrics, meldinger)
  })
  const onSilence = (register: string) => log.warn('a register does not answer, and is told again', { register })
  const done = tellRegisters({ bus, meldinger, onSilence }, signal)
  return { url: http.url, done, [Symbol.asyncDispose]: () => http[Symbol.asyncDispose]() }
}

/** oppslag.dodsmelding.register.<from>.<question>: the same doors over the bus, JSON in and out. */
function endpointsOf({ tell, melding }: Answers): Endpoint[] {
  const endpoint = <Schema extends z.ZodType>(
    name: (typeof dodsmelding)['answers'][number],
    schema: Schema,
    answer: (question: z.output<Schema>) => unknown
  ): Endpoint => ({
    name,
    subject: oppslagSubject(dodsmelding.name, 'register', '*', name),
    answer({ body }) {
      const question = schema.safeParse(JSON.parse(Buffer.from(body).toString()))
      const answered = question.success ? answer(question.data) : problem(400, z.prettifyError(question.error))
      return Buffer.from(JSON.stringify(answered))
    }
  })
  return [
    endpoint('dodsfall', Dodsfall.extend(TellAs.shape), ({ id, at, ...data }) =>
      tell({ type: 'dodsfall', data }, { id, at })
    ),
    endpoint('annullering', Annullering.extend(TellAs.shape), ({ id, at, ...data }) =>
      tell({ type: 'annullering', data }, { id, at })
    ),
    endpoint('dodsarsak', Dodsarsak.safeExtend(TellAs.shape), ({ id, at, ...data }) =>
      tell({ type: 'dodsarsak', data }, { id, at })
    ),
    endpoint('melding', MeldingQuestion, melding)
  ]
}

function count(metrics: Metrics, meldinger: Meldinger): void {
  metrics.counter({
    name: 'budstikka_deaths_told_total',
    help: 'Deaths, annulments and causes that doctors have told.',
    collect: () => [{ labels: {}, value: meldinger.count() }]
  })
  metrics.gauge({
    name: 'budstikka_deaths_waiting',
    help: 'Told, and not yet answered by the register.',
    labels: ['register'],
    collect: () =>
      (['folkeregisteret', 'dodsarsaksregisteret'] as const).map((register) => ({
        labels: { register },
        value: meldinger.waiting(register)
      }))
  })
}
