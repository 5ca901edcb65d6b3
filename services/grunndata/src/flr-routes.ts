/** Fastlegeregisteret over HTTP: whose list somebody is on, lists and what is changed in them, and the feed of changes. */
import { HprNumber } from '@budstikka/meldinger'
import { feedOf, FeedQuery, type LookUpCounts, type Route, route } from '@budstikka/service'
import { z } from 'zod'
import { FastlegeQuestion, type Flr, Listebytte, Nummerbytte, Tilknytning } from './fastlege.ts'
import { Fastlegehendelse } from './flr-hendelse.ts'
import { type Endring, GPContract, Kontraktendring, Legeendring, Utekontorendring } from './flr-kontrakt.ts'

const Id = z.string().max(20)
const ById = z.object({ id: Id })
const ByLege = z.object({ id: Id, hprNummer: HprNumber })
const ByUtekontor = z.object({ id: Id, utekontor: Id })
/** `from`: who looks something up over HTTP, where nobody says a HER-id. */
export type FlrRoutes = { readonly flr: Flr; readonly counts: LookUpCounts; readonly from: string; now(): number }

export const flrRoutes = ({ flr, counts, from, now }: FlrRoutes): Route[] => [
  route({
    method: 'POST',
    url: '/flr/fastlege',
    summary: 'Whose list a person is on; the number stands in the body and nowhere else',
    body: FastlegeQuestion,
    response: Tilknytning,
    handle({ body }) {
      counts.count('fastlege', from)
      return flr.find(body)
    }
  }),
  route({
    method: 'POST',
    url: '/flr/listebytte',
    summary: 'A person comes onto another list: PatientOnContractCanceled and PatientOnContractCreated',
    body: Listebytte,
    response: Tilknytning,
    handle: ({ body }) => flr.move(body, now())
  }),
  route({
    method: 'POST',
    url: '/flr/nummerbytte',
    summary: 'A person has got another number: PatientNinChanged',
    body: Nummerbytte,
    response: Tilknytning,
    handle: ({ body }) => flr.renumber(body, now())
  }),
  route({
    method: 'GET',
    url: '/flr/endringer',
    summary: 'What has changed after a sequence number, oldest first',
    query: FeedQuery,
    response: feedOf(Fastlegehendelse),
    handle: ({ query }) => flr.after(query)
  }),
  ...kontraktRoutes(flr, now)
]

function kontraktRoutes({ kontrakter }: Flr, now: () => number): Route[] {
  const change = (id: string, endring: Endring) => kontrakter.change(id, endring, now())
  return [
    route({
      method: 'GET',
      url: '/flr/kontrakter/{id}',
      summary: 'A list: its office, its doctors, its out-of-office locations',
      params: ById,
      response: GPContract,
      handle: ({ params }) => kontrakter.find(params.id)
    }),
    route({
      method: 'PUT',
      url: '/flr/kontrakter/{id}',
      summary: 'ContractUpdated, or ContractCreated where it was cancelled',
      params: ById,
      body: Kontraktendring,
      response: GPContract,
      handle: ({ params, body }) => change(params.id, { type: 'kontrakt', endring: body })
    }),
    route({
      method: 'DELETE',
      url: '/flr/kontrakter/{id}',
      summary: 'ContractCanceled: til is its last day',
      params: ById,
      query: z.object({ til: z.iso.date() }),
      response: GPContract,
      handle: ({ params, query }) => change(params.id, { type: 'avslutning', til: query.til })
    }),
    route({
      method: 'PUT',
      url: '/flr/kontrakter/{id}/leger/{hprNummer}',
      summary: 'GPOnContractCreated, or GPOnContractUpdated for who is there',
      params: ByLege,
      body: Legeendring,
      response: GPContract,
      handle: ({ params, body }) => change(params.id, { type: 'lege', HprNumber: params.hprNummer, endring: body })
    }),
    route({
      method: 'DELETE',
      url: '/flr/kontrakter/{id}/leger/{hprNummer}',
      summary: 'GPOnContractDeleted',
      params: ByLege,
      response: GPContract,
      handle: ({ params }) => change(params.id, { type: 'lege', HprNumber: params.hprNummer, endring: undefined })
    }),
    route({
      method: 'PUT',
      url: '/flr/kontrakter/{id}/utekontor/{utekontor}',
      summary: 'OutOfOfficeLocationCreated, or OutOfOfficeLocationUpdated',
      params: ByUtekontor,
      body: Utekontorendring,
      response: GPContract,
      handle: ({ params, body }) => change(params.id, { type: 'utekontor', Id: params.utekontor, endring: body })
    }),
    route({
      method: 'DELETE',
      url: '/flr/kontrakter/{id}/utekontor/{utekontor}',
      summary: 'OutOfOfficeLocationDeleted',
      params: ByUtekontor,
      response: GPContract,
      handle: ({ params }) => change(params.id, { type: 'utekontor', Id: params.utekontor, endring: undefined })
    })
  ]
}
