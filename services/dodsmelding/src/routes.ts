/** The doctor's doors: a death, its annulment and its cause in, and where each stands out. */
import { derivedUuid, Dodsarsak } from '@budstikka/meldinger'
import { problem, type Problem, reply, type Route, route } from '@budstikka/service'
import { z } from 'zod'
import { isDecided, Tilstand } from './handle.ts'
import type { MayTell } from './lege.ts'
import type { Meldinger } from './state.ts'
import { Annullering, Dodsfall, type TellAs, type Told } from './told.ts'

/** The real service answers with an id, which goes with the message to its register. */
export const MeldingResponse = z.object({ id: z.string() })
export const MeldingQuestion = z.object({ id: z.uuid() })
export const MeldingAnswer = z.object({ id: z.string(), type: z.string(), ...Tilstand.shape })

const Asking = z.object({ authorization: z.string().optional() })

export type Answers = {
  /** `as`: the id and time that who asks over the bus gives it, so that asking again is harmless. */
  tell(told: Told, as?: TellAs): z.infer<typeof MeldingResponse>
  melding(question: z.infer<typeof MeldingQuestion>): z.infer<typeof MeldingAnswer> | Problem
}

export const answersOf = (meldinger: Meldinger, now: () => number): Answers => ({
  tell(told, { id, at } = {}) {
    if (id !== undefined) {
      meldinger.add(id, told, at ?? now())
      return { id }
    }
    // What is decided is over: a death told again after it was annulled is another melding.
    for (let time = 0; ; time++) {
      const derived = idOf(told, time)
      const known = meldinger.find(derived)
      if (known !== undefined && isDecided(known.tilstand)) continue
      meldinger.add(derived, told, at ?? now())
      return { id: derived }
    }
  },
  melding({ id }) {
    const melding = meldinger.find(id)
    if (melding === undefined) return problem(404, 'expected the id of a melding that was told here')
    return { id, type: melding.told.type, ...melding.tilstand }
  }
})

/** From what was told alone, so that the same told twice is one melding; a corrected one is another. */
function idOf({ type, data }: Told, time: number): string {
  const day = 'dodsdato' in data ? Date.parse(data.dodsdato) : 0
  return derivedUuid(Math.max(0, day), 'DODSMELDING', type, JSON.stringify(data), String(time))
}

/** Over the bus nobody has a token: who may ask there is the exchange's to say. */
export const routes = ({ tell, melding }: Answers, mayTell: MayTell): Route[] => [
  route({
    method: 'POST',
    url: '/dodsfall',
    summary: 'A death, or another date of one: to Folkeregisteret',
    headers: Asking,
    body: Dodsfall,
    response: MeldingResponse,
    handle: ({ headers, body }) =>
      mayTell(headers.authorization, body.lege) ?? reply(201, tell({ type: 'dodsfall', data: body }))
  }),
  route({
    method: 'POST',
    url: '/dodsfall/annullering',
    summary: 'The death was told in error: to Folkeregisteret',
    headers: Asking,
    body: Annullering,
    response: MeldingResponse,
    handle: ({ headers, body }) =>
      mayTell(headers.authorization, body.lege) ?? reply(201, tell({ type: 'annullering', data: body }))
  }),
  route({
    method: 'POST',
    url: '/dodsarsaker',
    summary: 'The cause of a death, a correction of one or an addition to it: to Dødsårsaksregisteret',
    headers: Asking,
    body: Dodsarsak,
    response: MeldingResponse,
    handle: ({ headers, body }) =>
      mayTell(headers.authorization, body.lege) ?? reply(201, tell({ type: 'dodsarsak', data: body }))
  }),
  route({
    method: 'GET',
    url: '/meldinger/{id}',
    summary: 'Where a melding stands at its register',
    params: MeldingQuestion,
    response: MeldingAnswer,
    handle: ({ params }) => melding(params)
  })
]
