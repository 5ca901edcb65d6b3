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
  samtykke: Reason.default('HPUNNTAK')
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
      const about = { at: now(), fodselsnummer: number.data, grunnlag: reasons[samtykke] }
      const spor = sporOf(tokens, headers.authorization, about)
      if (isProblem(spor)) return spor
      return answers.helseIndikator(spor, legemiddelFraDato === undefined ? undefined : Date.parse(legemiddelFraDato))
    }
  }),
  route({
    method: 'GET',
    url: '/v1/fhir/Patient/$everything',
    summary: 'All that the look-up shows, as a FHIR bundle; whose it is follows from the ticket',
    headers: Opening,
    contentType: fhirType,
    async handle({ headers }) {
      const fodselsnummer = answers.ticketOf(headers['x-kj-ticket'], now())
      if (fodselsnummer === undefined) return problem(404, 'expected a ticket of HelseIndikator that holds')
      const grunnlag = reasons[headers['kj-samtykke-bruk']]
      const spor = sporOf(tokens, headers.authorization, {
        at: now(),
        fodselsnummer,
        grunnlag,
        ...openerOf(headers)
      })
      return asFhir(isProblem(spor) ? spor : await answers.everything(spor))
    }
  })
]
