/** The HTTP edge, at Folkeregisteret's own addresses: messages in, the feed of decisions, and persons. */
import { encodeMottatt, type Mottatt } from '@budstikka/meldinger'
import { type Problem, reply, type Route, route } from '@budstikka/service'
import { Besluttet, Sakbeslutning } from './hendelse.ts'
import { Hendelsesliste, Rettighetspakke, SeqQuery } from './hendelsesliste.ts'
import { Feed, FeedQuestion, Persondokument, PersonQuestion } from './look-up.ts'
import { z } from 'zod'

const Tall = z.record(z.string(), z.number())

export type Answers = {
  receive(bytes: Uint8Array): Promise<Mottatt>
  decideByHand(beslutning: z.infer<typeof Sakbeslutning>): Promise<z.infer<typeof Besluttet> | Problem>
  feed(question: z.infer<typeof FeedQuestion>): z.infer<typeof Feed>
  /** A page of what has happened to persons, from a sequence number on. */
  hendelsesliste(seq: number): z.infer<typeof Hendelsesliste>
  person(question: z.infer<typeof PersonQuestion>): Persondokument
  /** Deaths that stand, as `<kanal>.<yyyy-mm>`. */
  dodsfalltall(): z.infer<typeof Tall>
}

export const routes = ({ receive, decideByHand, feed, hendelsesliste, person, dodsfalltall }: Answers): Route[] => [
  ...(['doedsfall_v1', 'annullering_av_doedsfall_v1'] as const).map((name) =>
    route({
      method: 'POST',
      url: `/folkeregisteret/mottak/api/${name}`,
      summary: '202 and a meldingMottatt, or 400 and a folkeregisterFeilmelding',
      body: 'bytes',
      contentType: 'application/xml',
      async handle({ body }) {
        const answer = await receive(body)
        return reply(answer.type === 'mottatt' ? 202 : 400, encodeMottatt(answer))
      }
    })
  ),
  route({
    method: 'GET',
    url: '/folkeregisteret/tilbakemelding/api/v2/hendelser',
    summary: 'Decisions, and cases that somebody looks at, from a sequence number on, oldest first',
    query: FeedQuestion,
    response: Feed,
    handle: ({ query }) => feed(query)
  }),
  route({
    method: 'POST',
    url: '/folkeregisteret/saker/beslutning',
    summary: 'What somebody at the register decides of a case that waits for it',
    body: Sakbeslutning,
    response: Besluttet,
    handle: ({ body }) => decideByHand(body)
  }),
  route({
    method: 'GET',
    url: '/folkeregisteret/{rettighetspakke}/api/v1/hendelser/feed/',
    summary: 'What has happened to persons, for whoever keeps a copy: banks, NAV, courts; deaths, and never a cause',
    params: Rettighetspakke,
    query: SeqQuery,
    response: Hendelsesliste,
    handle: ({ query }) => hendelsesliste(query.seq)
  }),
  route({
    method: 'POST',
    url: '/folkeregisteret/personer',
    summary: 'One person; the number stands in the body and nowhere else',
    body: PersonQuestion,
    response: Persondokument,
    handle: ({ body }) => person(body)
  }),
  route({
    method: 'GET',
    url: '/folkeregisteret/dodsfall/tall',
    summary: 'Deaths by how they were told and by month: <kanal>.<yyyy-mm>',
    response: Tall,
    handle: () => dodsfalltall()
  })
]
