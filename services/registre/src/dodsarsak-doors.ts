/** The doors of Dødsårsaksregisteret: the same over HTTP and over the bus, and what it counts. */
import { DodsarsakAnswer } from '@budstikka/meldinger'
import { deathQuestionSubject, type Edge, type Route, route, sumOf } from '@budstikka/service'
import { z } from 'zod'
import { kanaler } from './handle.ts'
import { type openDodsarsaksregister, ReportBody } from './receive.ts'

type Register = ReturnType<typeof openDodsarsaksregister>

export const dodsarsakDoors = (register: Register): Required<Edge> => ({
  endpoints: [
    {
      name: 'dodsarsak',
      subject: deathQuestionSubject('dodsarsak', '*'),
      answer: ({ body }) =>
        Buffer.from(JSON.stringify(register.receive(ReportBody.parse(JSON.parse(Buffer.from(body).toString())))))
    },
    {
      name: 'arsakstall',
      subject: deathQuestionSubject('arsakstall', '*'),
      answer: () => Buffer.from(JSON.stringify(register.tall()))
    }
  ],
  routes: [dodsarsak(register), arsakstall(register)],
  counters: [
    {
      name: 'budstikka_causes_of_death_total',
      help: 'Causes of death that Dødsårsaksregisteret has taken.',
      collect: () => [{ labels: {}, value: register.count() }]
    }
  ],
  gauges: [
    {
      name: 'budstikka_standing_causes_of_death',
      help: 'Causes that stand in Dødsårsaksregisteret: by how they were told, and those with covid-19.',
      labels: ['kind'],
      collect: () =>
        [...kanaler, 'korona'].map((kind) => ({
          labels: { kind },
          value: sumOf(register.tall(), (what) => what.startsWith(`${kind}.`))
        }))
    }
  ]
})

const dodsarsak = (register: Register): Route =>
  route({
    method: 'POST',
    url: '/dodsarsaksregisteret/dodsarsaker',
    summary: 'A cause of death under the id of its sender: taken with a reference, or rejected with why',
    body: ReportBody,
    response: DodsarsakAnswer,
    handle: ({ body }) => register.receive(body)
  })

const arsakstall = (register: Register): Route =>
  route({
    method: 'GET',
    url: '/dodsarsaksregisteret/tall',
    summary: 'Causes by how they were told and by month of death, and those with covid-19: <kanal|korona>.<yyyy-mm>',
    response: z.record(z.string(), z.number()),
    handle: () => register.tall()
  })
