/** The doors of Helsenorge: what its visitors do comes in over the bus, and what was counted goes out. */
import { answerJson, type Edge, helsenorgeQuestionSubject, route } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { Aktivitet, openBesokende } from './besokende.ts'

export function helsenorgeDoors(store: Store): Edge {
  const besokende = openBesokende(store)
  return {
    endpoints: [
      {
        name: 'aktivitet',
        subject: helsenorgeQuestionSubject('aktivitet', '*'),
        answer: ({ body }) => answerJson(Aktivitet, body, besokende.take)
      },
      {
        name: 'besokstall',
        subject: helsenorgeQuestionSubject('besokstall', '*'),
        answer: () => Buffer.from(JSON.stringify(besokende.tall()))
      }
    ],
    routes: [
      route({
        method: 'GET',
        url: '/helsenorge/tall',
        summary: 'Visits, log-ins, and visits to each service: besok, innlogging, tjeneste.<name>',
        response: z.record(z.string(), z.number()),
        handle: () => besokende.tall()
      })
    ],
    gauges: [
      {
        name: 'budstikka_helsenorge_besok',
        help: 'Visits to Helsenorge, log-ins and visits to its services, as far as they have been told.',
        labels: ['kind'],
        collect: () => Object.entries(besokende.tall()).map(([kind, value]) => ({ labels: { kind }, value }))
      },
      {
        name: 'budstikka_helsenorge_visitors',
        help: 'Visitors of Helsenorge who have not been silent for 30 simulated minutes.',
        collect: () => [{ labels: {}, value: besokende.present() }]
      }
    ]
  }
}
