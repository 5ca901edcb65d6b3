/** The HTTP edge for persons themselves, as Helsenorge would ask for them; the paths are ours. */
import { isProblem, type Route, route } from '@budstikka/service'
import { z } from 'zod'
import type { Answers } from './answers.ts'
import { Fodselsnummer, type Tokens } from './asker.ts'
import { innbyggerdeler } from './rules.ts'
import { Onske } from './valg.ts'

const Asking = z.object({ authorization: z.string() })
/** Absent for one's own. */
const gjelder = Fodselsnummer.optional()
/** The proof of a fullmakt (JWT), where it is by that right: to see, and not to choose. */
const fullmakt = z.string().optional()

export const citizenRoutes = (answers: Answers, tokens: Tokens, now: () => number): readonly Route[] => [
  route({
    method: 'POST',
    url: '/innbygger/oppslag/{del}',
    summary: 'One part of one’s own kjernejournal, of a child’s, or by fullmakt',
    params: z.object({ del: z.enum(innbyggerdeler) }),
    headers: Asking,
    body: z.strictObject({ gjelder, fullmakt }),
    response: z.looseObject({}),
    async handle({ params, headers, body }) {
      const innlogget = tokens.citizen(headers.authorization)
      if (typeof innlogget !== 'string') return innlogget
      const { gjelder: id = innlogget } = body
      const harFullmakt = tokens.erFullmakt(body.fullmakt, id, innlogget)
      const syn = await answers.innbygger({ at: now(), innlogget, gjelder: id, harFullmakt }, params.del)
      return isProblem(syn) ? syn : { ...syn }
    }
  }),
  route({
    method: 'POST',
    url: '/innbygger/valg',
    summary: 'A choice: reservation, what is closed, who is blocked, notices, own information',
    headers: Asking,
    body: z.strictObject({ gjelder, onske: Onske }),
    response: z.looseObject({}),
    async handle({ headers, body }) {
      const innlogget = tokens.citizen(headers.authorization)
      if (typeof innlogget !== 'string') return innlogget
      const valg = await answers.velg({ at: now(), innlogget, gjelder: body.gjelder ?? innlogget }, body.onske)
      return isProblem(valg) ? valg : { ...valg }
    }
  })
]
