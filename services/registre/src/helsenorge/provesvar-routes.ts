/** A person's test results over HTTP, for who has logged in: the own, a child's, or by a fullmakt that was given here; the path is ours. */
import { SyntheticNumber } from '@budstikka/meldinger'
import { type Bevis, problem, type Representasjon, type Route, route, tokenIn } from '@budstikka/service'
import { z } from 'zod'
import { type Provesvar, Svar } from './provesvar.ts'

export function provesvarRoutes({
  provesvar,
  bevis,
  rett,
  now
}: {
  readonly provesvar: Pick<Provesvar, 'of'>
  readonly bevis: Bevis
  rett(innlogget: string, gjelder: string, at: number): Representasjon | undefined
  /** Simulated time. */
  now(): number
}): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/helsenorge/provesvar',
      summary: 'Which answers of laboratories and imaging there are, newest first',
      headers: z.object({ authorization: z.string() }),
      body: z.strictObject({ gjelder: SyntheticNumber.optional() }),
      response: z.object({ provesvar: z.array(Svar) }),
      handle({ headers, body }) {
        const innlogget = bevis.innlogget(tokenIn(headers.authorization))
        if (innlogget === undefined) return problem(401, 'expected a token of HelseID that holds')
        const { gjelder = innlogget } = body
        return rett(innlogget, gjelder, now()) === undefined
          ? problem(403, 'expected one’s own number, that of a child under 16, or a fullmakt')
          : { provesvar: [...provesvar.of(gjelder)] }
      }
    })
  ]
}
