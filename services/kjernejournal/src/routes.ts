/** The HTTP edge for personnel: HelseIndikator and Patient/$everything. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import { isProblem, problem, type Route, route } from '@budstikka/service'
import { z } from 'zod'
import type { Answers } from './answers.ts'
import { Fodselsnummer, type Tokens } from './asker.ts'
import { asFhir, fhirType, openerOf, Opens, Reason, reasons, sporOf } from './http-asking.ts'
import { HelseIndikator, without } from './indikator.ts'

const Asking = z.object({ authorization: z.string(), 'x-epj-system': z.string().max(200) })
const Opening = Asking.extend({ 'x-kj-ticket': z.string(), 'kj-samtykke-bruk': Reason, ...Opens })
const Indikator = z.object({
  fnr: z.string(),
  legemiddelFraDato: z.iso.date().optional(),
  samtykke: Reason.optional()
})

export const routes = (answers: Answers, tokens: Tokens, now: () => number): readonly Route[] => [
  route({
    method: 'POST',
    url: '/v1/helseindikator',
    summary: 'Whether there is a kjernejournal, what is in it, and a ticket to open it with',
    headers: Asking,
    body: Indikator,
    response: HelseIndikator,
    async handle({ headers, body: { fnr, legemiddelFraDato, samtykke } }) {
      if (identifyPersonNumber(fnr) === undefined) return without(0)
      const number = Fodselsnummer.safeParse(fnr)
      if (!number.success) return problem(400, z.prettifyError(number.error))
      // Which basis holds where none is given is our choice.
      const grunnlag = reasons[samtykke ?? 'HPUNNTAK']
      const spor = sporOf(tokens, headers.authorization, { at: now(), fodselsnummer: number.data, grunnlag })
      if (isProblem(spor)) return spor
      return answers.helseIndikator(spor, {
        epjSystem: headers['x-epj-system'],
        ...(samtykke && { grunnlag }),
        ...(legemiddelFraDato && { from: Date.parse(legemiddelFraDato) })
      })
    }
  }),
  route({
    method: 'GET',
    url: '/v1/fhir/Patient/$everything',
    summary: 'All that the look-up shows, as a FHIR bundle; whose it is follows from the ticket',
    headers: Opening,
    contentType: fhirType,
    async handle({ headers }) {
      const av = tokens.personnel(headers.authorization)
      if (isProblem(av)) return av
      const [at, grunnlag] = [now(), reasons[headers['kj-samtykke-bruk']]]
      const shown = { av, grunnlag, epjSystem: headers['x-epj-system'] }
      const fodselsnummer = answers.ticketOf(headers['x-kj-ticket'], shown, at)
      if (fodselsnummer === undefined)
        return problem(404, 'expected a ticket that HelseIndikator gave who asks, on this basis, and that still holds')
      return asFhir(await answers.everything({ at, fodselsnummer, av, grunnlag, isApi: true, ...openerOf(headers) }))
    }
  })
]
