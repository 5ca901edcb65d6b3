/** The HTTP edge: look-ups, changes and the feed of changes. */
import { HerId, Party } from '@budstikka/meldinger'
import { problem, type Route, route } from '@budstikka/service'
import { z } from 'zod'
import type { Answers } from './answers.ts'
import type { ChangeParty } from './change-party.ts'
import { FastlegeQuestion, PartyPage, PartyQuery } from './look-up.ts'
import { Endring, PartyChange } from './party-change.ts'
import type { Endringer } from './state.ts'

const ByHerId = z.object({ herId: HerId.describe('HER-id of level 2, 1 to 10 digits') })
const FeedQuery = z.object({
  etter: z.coerce
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('the newest sequence number that one knows; 0: from the first'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100)
})
const Feed = z.object({
  endringer: z.array(Endring),
  siste: z.number().int().describe('the newest sequence number of all')
})

const notFilled = problem(503, 'the register is being filled; /health/ready says when it is done')

/** What the routes ask; `changeParty` is undefined until the register is filled. */
export type RoutesOptions = {
  readonly answers: Answers
  readonly endringer: Endringer
  changeParty(): ChangeParty | undefined
}

export function routes({ answers, endringer, changeParty }: RoutesOptions): Route[] {
  const isFilled = () => changeParty() !== undefined
  return [
    route({
      method: 'GET',
      url: '/parter/{herId}',
      summary: 'One party, open, closed or moved',
      params: ByHerId,
      response: Party,
      handle: ({ params }) => (isFilled() ? answers.part(params) : notFilled)
    }),
    route({
      method: 'GET',
      url: '/parter',
      summary: 'Parties by name, organisation (HER-id or number), municipality and tjeneste, in order of HER-id',
      query: PartyQuery,
      response: PartyPage,
      handle: ({ query }) => (isFilled() ? answers.sok(query) : notFilled)
    }),
    route({
      method: 'PUT',
      url: '/parter/{herId}',
      summary: 'Closes, moves, renames or registers a party: the fields that shall be different',
      params: ByHerId,
      body: PartyChange,
      response: Party,
      handle: ({ params, body }) => changeParty()?.(params.herId, body) ?? notFilled
    }),
    route({
      method: 'POST',
      url: '/fastlege',
      summary: 'The GP of a person; the number stands in the body and nowhere else',
      body: FastlegeQuestion,
      response: Party,
      handle: ({ body }) => (isFilled() ? answers.fastlege(body) : notFilled)
    }),
    route({
      method: 'GET',
      url: '/endringer',
      summary: 'Changes after a sequence number, oldest first',
      query: FeedQuery,
      response: Feed,
      handle: ({ query }) => ({
        endringer: [...endringer.after(query.etter, query.limit)],
        siste: endringer.newest()
      })
    })
  ]
}
