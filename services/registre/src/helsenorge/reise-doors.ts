/** The doors of Pasientreiser: an application in, and where it stands out; the same over HTTP and over the bus. */
import { answerJson, type Edge, helsenorgeQuestionSubject, route, sumOf } from '@budstikka/service'
import { z } from 'zod'
import type { Pasientreiser } from './pasientreiser.ts'
import { Soknad, Tilstand, tilstander } from './soknad.ts'

const Id = z.object({ id: z.uuid() })

export const pasientreiserDoors = (reiser: Pasientreiser): Edge => ({
  endpoints: [
    {
      name: 'soknad',
      subject: helsenorgeQuestionSubject('soknad', '*'),
      answer: ({ body }) => answerJson(Soknad, body, reiser.apply)
    },
    {
      name: 'reise',
      subject: helsenorgeQuestionSubject('reise', '*'),
      answer: ({ body }) => answerJson(Id, body, ({ id }) => reiser.tilstand(id))
    },
    {
      name: 'soknadstall',
      subject: helsenorgeQuestionSubject('soknadstall', '*'),
      answer: () => Buffer.from(JSON.stringify(reiser.tall()))
    }
  ],
  routes: [
    route({
      method: 'POST',
      url: '/pasientreiser/soknader',
      summary: 'An application for refund of journeys; the same id again is the same application',
      body: Soknad,
      response: Tilstand,
      handle: ({ body }) => reiser.apply(body)
    }),
    route({
      method: 'GET',
      url: '/pasientreiser/soknader/{id}',
      summary: 'Where an application stands: received, granted, refused or paid',
      params: Id,
      response: Tilstand,
      handle: ({ params }) => reiser.tilstand(params.id)
    })
  ],
  gauges: [
    {
      name: 'budstikka_pasientreiser_soknader',
      help: 'Applications for refund of journeys, by state.',
      labels: ['state'],
      collect: () =>
        tilstander.map((state) => ({
          labels: { state },
          value: sumOf(reiser.tall(), (what) => what === state)
        }))
    }
  ]
})
