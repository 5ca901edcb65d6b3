/** The doors of Helsenorge: what its visitors do comes in over the bus, and what was counted goes out; fullmakter over HTTP too. */
import { familyOf, type Landscape } from '@budstikka/landscape'
import { ageAt } from '@budstikka/meldinger'
import {
  answerJson,
  clockOf,
  type Edge,
  helsenorgeQuestionSubject,
  kjernejournalTjeneste,
  openBevis,
  openUtsteder,
  type Ports,
  representasjonFor,
  route
} from '@budstikka/service'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { Aktivitet, openBesokende } from './besokende.ts'
import { fullmaktRoutes } from './fullmakt-routes.ts'
import { openFullmakter } from './fullmakter.ts'
import { type Innsyn, openInnsyn } from './innsyn.ts'
import type { Provesvar } from './provesvar.ts'
import { provesvarRoutes } from './provesvar-routes.ts'

export function helsenorgeDoors(
  config: Config,
  landscape: Pick<Landscape, 'find' | 'seed'>,
  ports: Ports & { readonly provesvar: Provesvar },
  signal: AbortSignal
): Edge {
  const { store, provesvar } = ports
  const fullmakter = openFullmakter(store, ageOf)
  const utsteder = openUtsteder(config.HELSEID_KEY)
  const herIdOf = (tjeneste: string) => landscape.find(tjeneste)[0]?.herId ?? ''
  // Asked when they are needed: until then the register may still be filling.
  const herIds = {
    get kjernejournal() {
      return herIdOf(kjernejournalTjeneste)
    },
    get helsenorge() {
      return herIdOf('8658-4')
    }
  }
  const innsyn = openInnsyn(ports, utsteder, herIds, signal)
  const rett = (innlogget: string, gjelder: string, at: number) =>
    representasjonFor(innlogget, gjelder, {
      ageOf: (id) => ageOf(id, at),
      foreldreOf: (barn) => familyOf(landscape.seed, barn).parents,
      harFullmakt: (giver, haver) => fullmakter.holds(giver, haver, at)
    })
  const besokende = openBesokende(store, { fullmakter, innsyn, rett })
  const bevis = openBevis(config.HELSEID_JWKS)
  // The world's own time, as far as it has been told; where no year is played, that of the machine.
  const now = () => clockOf(store) || Date.now()
  return {
    endpoints: [
      {
        name: 'aktivitet',
        subject: helsenorgeQuestionSubject('aktivitet', '*'),
        async answer({ body }) {
          const answer = answerJson(Aktivitet, body, besokende.take)
          await innsyn.fetch()
          return answer
        }
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
      }),
      ...provesvarRoutes({ provesvar, bevis, rett, now }),
      ...fullmaktRoutes({ store, fullmakter, utsteder, bevis, now })
    ],
    ...figuresOf(besokende, innsyn)
  }
}

/** Infinity for a number that tells no birth date, whose bearer is then nobody's child. */
const ageOf = (id: string, at: number) => ageAt(id, at) ?? Infinity

const counted = (of: () => Readonly<Record<string, number>>, label: string) => () =>
  Object.entries(of()).map(([what, value]) => ({ labels: { [label]: what }, value }))

const figuresOf = (
  besokende: ReturnType<typeof openBesokende>,
  innsyn: Pick<Innsyn, 'tall'>
): Pick<Edge, 'counters' | 'gauges'> => ({
  counters: [
    {
      name: 'budstikka_helsenorge_innsyn_total',
      help: 'Answered look-ups of citizens, by what and by which right (list 7611; selv for one’s own, avvist where refused).',
      labels: ['hva'],
      collect: counted(innsyn.tall, 'hva')
    }
  ],
  gauges: [
    {
      name: 'budstikka_helsenorge_besok',
      help: 'Visits to Helsenorge, log-ins and visits to its services, as far as they have been told.',
      labels: ['kind'],
      collect: counted(besokende.tall, 'kind')
    },
    {
      name: 'budstikka_helsenorge_visitors',
      help: 'Visitors of Helsenorge who have not been silent for 30 simulated minutes.',
      collect: () => [{ labels: {}, value: besokende.present() }]
    }
  ]
})
