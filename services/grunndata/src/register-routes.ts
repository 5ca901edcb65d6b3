/** The registers over HTTP: as FHIR R4 where the profiles are published, as JSON elsewhere, and their changes by sequence number. */
import { HprNumber, listSystem, SyntheticNumber } from '@budstikka/meldinger'
import {
  countsRoute,
  feedOf,
  FeedQuery,
  isProblem,
  type LookUpCounts,
  problem,
  type Problem,
  type Route,
  route
} from '@budstikka/service'
import { z } from 'zod'
import { flrRoutes } from './flr-routes.ts'
import { Kodeverk, KodeverkQuestion } from './kodeverk.ts'
import { Personell, PersonellEndring, Personellhendelse } from './personell.ts'
import { type Registers, valueIn } from './registers.ts'

const fhir = 'application/fhir+json; charset=utf-8'
const asFhir = (answer: object | Problem) => (isProblem(answer) ? answer : JSON.stringify(answer))
/** Who asks over HTTP says no HER-id. */
const from = 'http'
const ByNumber = z.object({ hprNummer: HprNumber })
const ByIdentifier = z.object({ identifier: z.string().max(100).describe('<system>|<value>') })

export function registerRoutes(registers: Registers, counts: LookUpCounts, now: () => number): Route[] {
  return [...fhirRoutes(registers, counts), ...jsonRoutes(registers, counts, now)]
}

function fhirRoutes({ patient, practitioner, codeSystem }: Registers, counts: LookUpCounts): Route[] {
  return [
    route({
      method: 'POST',
      url: '/fhir/Patient/_search',
      summary:
        'A person (no-basis-Patient): identifier=<system>|<number> as a form, since a number stands in a body only',
      body: 'bytes',
      contentType: fhir,
      handle({ body }) {
        const value = valueIn(new URLSearchParams(Buffer.from(body).toString()).get('identifier') ?? '', ['FNR', 'DNR'])
        const number = SyntheticNumber.safeParse(value)
        if (!number.success) return isProblem(value) ? value : problem(400, z.prettifyError(number.error))
        counts.count('person', from)
        return asFhir(patient(number.data))
      }
    }),
    route({
      method: 'GET',
      url: '/fhir/Practitioner',
      summary: 'Personnel by HPR number (no-basis-Practitioner), with where they work',
      query: ByIdentifier,
      contentType: fhir,
      handle({ query }) {
        const value = valueIn(query.identifier, ['HPR'])
        if (isProblem(value)) return value
        counts.count('personell', from)
        return asFhir(practitioner(value))
      }
    }),
    route({
      method: 'GET',
      url: '/fhir/CodeSystem',
      summary: 'A code list: url=urn:oid:2.16.578.1.12.4.1.1.<list>',
      query: z.object({ url: z.string().max(100) }),
      contentType: fhir,
      handle({ query: { url } }) {
        counts.count('kodeverk', from)
        return asFhir(codeSystem(url.startsWith(listSystem('')) ? url.slice(listSystem('').length) : ''))
      }
    })
  ]
}

function jsonRoutes({ hpr, flr, kodeverk }: Registers, counts: LookUpCounts, now: () => number): Route[] {
  return [
    route({
      method: 'PUT',
      url: '/hpr/personell/{hprNummer}',
      summary:
        'Changes an approval, until when it holds, or that somebody has died: the fields that shall be different',
      params: ByNumber,
      body: PersonellEndring,
      response: Personell,
      handle: ({ params, body }) => hpr.change(params.hprNummer, body, now())
    }),
    route({
      method: 'GET',
      url: '/hpr/endringer',
      summary: 'Changes of personnel after a sequence number, oldest first',
      query: FeedQuery,
      response: feedOf(Personellhendelse),
      handle: ({ query }) => hpr.after(query)
    }),
    ...flrRoutes({ flr, counts, from, now }),
    route({
      method: 'GET',
      url: '/kodeverk/{liste}',
      summary: 'A code list as JSON; erHel says whether it is whole',
      params: KodeverkQuestion.pick({ liste: true }),
      response: Kodeverk,
      handle({ params }) {
        counts.count('kodeverk', from)
        return kodeverk.hent(params)
      }
    }),
    countsRoute(counts)
  ]
}
