/** The HTTP edge for critical information: read, registered, given a new version, taken back. */
import { isProblem, problem, type Problem, type Route, route } from '@budstikka/service'
import { z } from 'zod'
import type { Answers, Spor } from './answers.ts'
import { Fodselsnummer, Rolle, type Tokens } from './asker.ts'
import { readKritisk } from './fhir/read-kritisk.ts'
import { asFhir, fhirType, openerOf, Opens, sporOf } from './http-asking.ts'
import { type Kategori, kategoriNames, rowOf } from './kategorier.ts'
import { grunnlag } from './rules.ts'

const Critical = z.object({
  authorization: z.string(),
  'nhn-user-role': Rolle,
  'nhn-access-basis': z.enum(grunnlag),
  'nhn-source-system': z.string().max(200),
  'nhn-patient-nin': Fodselsnummer,
  ...Opens
})
type Critical = z.infer<typeof Critical>
/** As the API names them, and the resource of each. */
const resources = { AllergyIntolerance: 'AllergyIntolerance', Conditions: 'Condition' } as const
type Named = keyof typeof resources
const Resources = z.object({ resource: z.enum(Object.keys(resources) as [Named, ...Named[]]) })
const One = Resources.extend({ id: z.string().max(64) })
const ByType = z.object({ criticalInfoType: z.enum(kategoriNames as [Kategori, ...Kategori[]]) })
type ByType = { readonly criticalInfoType?: Kategori | undefined }
const url = '/api/critical-information/v1/{resource}'

export function criticalRoutes(answers: Answers, tokens: Tokens, now: () => number): readonly Route[] {
  const asking = { params: Resources, headers: Critical, contentType: fhirType } as const
  return [
    route({
      ...asking,
      method: 'GET',
      url,
      summary: 'Critical information, of one type or of all that the resource tells',
      query: ByType.partial(),
      async handle({ params, query, headers }) {
        const spor = spoken(headers)
        const bundle = isProblem(spor) ? spor : await answers.kritisk(spor, typesOf(params.resource, query))
        return asFhir(isProblem(bundle) ? bundle : { ...bundle, link: [selfOf(params.resource, query)] })
      }
    }),
    route({
      ...asking,
      method: 'POST',
      url,
      summary: 'Registers critical information',
      query: ByType,
      body: z.unknown(),
      handle: ({ query, headers, body }) => write(headers, query.criticalInfoType, body)
    }),
    route({
      ...asking,
      method: 'PUT',
      url: `${url}/{id}`,
      summary: 'A new version of critical information',
      params: One,
      query: ByType,
      body: z.unknown(),
      handle: ({ params, query, headers, body }) => write(headers, query.criticalInfoType, body, params.id)
    }),
    route({
      ...asking,
      method: 'DELETE',
      url: `${url}/{id}`,
      summary: 'Takes critical information back: it was entered in error',
      params: One,
      async handle({ params: { resource, id }, headers }) {
        const spor = spoken(headers)
        if (isProblem(spor)) return spor
        return asFhir(await answers.register(spor, { type: 'feil', id, kategorier: typesOf(resource, {}) }))
      }
    })
  ]

  async function write(headers: Critical, kategori: Kategori, body: unknown, id?: string) {
    const opplysning = readKritisk(kategori, body, id)
    if (isProblem(opplysning)) return opplysning
    const spor = spoken(headers)
    if (isProblem(spor)) return spor
    const registrering =
      id === undefined ? ({ type: 'ny', opplysning } as const) : ({ type: 'endring', id, opplysning } as const)
    return asFhir(await answers.register(spor, registrering))
  }

  function spoken(headers: Critical): Spor | Problem {
    const { authorization, 'nhn-patient-nin': fodselsnummer, 'nhn-access-basis': basis } = headers
    const about = { at: now(), fodselsnummer, grunnlag: basis, ...openerOf(headers) }
    const spor = sporOf(tokens, authorization, about)
    if (isProblem(spor) || spor.av.rolle === headers['nhn-user-role']) return spor
    return problem(403, 'expected nhn-user-role to be the role of the token')
  }
}

/** What was searched by, as it was understood (FHIR R4, search.html: the self link). */
const selfOf = (named: Named, query: ByType) => ({
  relation: 'self',
  url: `${url.replace('{resource}', named)}${query.criticalInfoType ? `?criticalInfoType=${query.criticalInfoType}` : ''}`
})

const typesOf = (named: Named, { criticalInfoType }: ByType) =>
  kategoriNames.filter((one) => rowOf(one).resource === resources[named] && (criticalInfoType ?? one) === one)
