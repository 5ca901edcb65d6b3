/** The doors for citizens, as Helsenorge would ask for them, over HTTP and over the bus alike; the paths are ours. */
import { birthDateOf, identifyPersonNumber } from '@budstikka/meldinger'
import {
  answerJson,
  type Bevis,
  type Edge,
  ereseptSubjects,
  problem,
  type Problem,
  type Representasjon,
  representasjonFor,
  route,
  tokenIn
} from '@budstikka/service'
import { z } from 'zod'
import { legemidlerOf, reseptlisteOf } from './innbygger.ts'
import type { ReseptMemory } from './state.ts'

const Fodselsnummer = z
  .string()
  .refine(
    (id) => identifyPersonNumber(id)?.isSynthetic === true && birthDateOf(id) !== undefined,
    'expected a synthetic fødselsnummer or D-nummer (month + 80) with right check digits'
  )
/** Absent for one's own. `fullmakt`: the proof of one (JWT), where it is by that right. */
const Gjelder = z.strictObject({ gjelder: Fodselsnummer.optional(), fullmakt: z.string().optional() })

const Legemidler = z.object({
  legemidler: z.array(z.object({ reseptId: z.string(), navnFormStyrke: z.string(), utlevert: z.string() }))
})
const Reseptliste = z.object({ dato: z.string(), resepter: z.array(z.looseObject({ reseptId: z.string() })) })

export type Kjent = {
  readonly memory: ReseptMemory
  readonly bevis: Bevis
  foreldreOf(barn: string): readonly string[]
  ageOf(id: string, now: number): number
  /** Simulated time. */
  now(): number
  /** Counts what was looked at. */
  count(what: string): void
}

/** What each door answers, whichever way it was asked. */
function answersOf({ memory, bevis, foreldreOf, ageOf, now, count }: Kjent) {
  function seeing<Seen>(
    what: string,
    token: string,
    { gjelder, fullmakt }: z.output<typeof Gjelder>,
    see: (id: string, by: Representasjon) => Seen
  ): Seen | Problem {
    const who = bevis.innlogget(token)
    if (who === undefined) return problem(401, 'expected a token of HelseID that holds')
    const id = gjelder ?? who
    const by = representasjonFor(who, id, {
      ageOf: (one) => ageOf(one, now()),
      foreldreOf,
      harFullmakt: (giver, haver) => bevis.erFullmakt(fullmakt, giver, haver)
    })
    if (by === undefined) return problem(403, 'expected one’s own number, that of a child under 16, or a fullmakt')
    count(`${what}.${by}`)
    return see(id, by)
  }

  return {
    legemidler: (token: string, asked: z.output<typeof Gjelder>) =>
      seeing('legemidler', token, asked, (id) => ({ legemidler: legemidlerOf(memory.pasient(id), now()) })),
    resepter: (token: string, asked: z.output<typeof Gjelder>) =>
      seeing('resepter', token, asked, (id, by) => reseptlisteOf(memory.find(id), by, now()))
  }
}

const Asking = z.object({ authorization: z.string() })

export function innbyggerDoors(kjent: Kjent): Pick<Edge, 'routes' | 'endpoints'> {
  const answers = answersOf(kjent)
  const lookUp = <Asked>(
    name: keyof typeof answers,
    schema: z.ZodType<Asked>,
    answer: (token: string, asked: Asked) => object
  ) => ({
    name,
    subject: ereseptSubjects[name],
    answer: ({ body }: { readonly body: Uint8Array }) =>
      answerJson(z.object({ bevis: z.string(), sporsmal: schema }), body, ({ bevis, sporsmal }) =>
        answer(bevis, sporsmal)
      )
  })
  return {
    endpoints: [lookUp('legemidler', Gjelder, answers.legemidler), lookUp('resepter', Gjelder, answers.resepter)],
    routes: [
      route({
        method: 'POST',
        url: '/innbygger/legemidler',
        summary: 'What was dispensed in the last three years: one’s own, a child’s, or by fullmakt',
        headers: Asking,
        body: Gjelder,
        response: Legemidler,
        handle: ({ headers, body }) => answers.legemidler(tokenIn(headers.authorization), body)
      }),
      route({
        method: 'POST',
        url: '/innbygger/resepter',
        summary: 'What can be had, with the date of the list',
        headers: Asking,
        body: Gjelder,
        response: Reseptliste,
        handle: ({ headers, body }) => answers.resepter(tokenIn(headers.authorization), body)
      })
    ]
  }
}
