/** FEST, which the medicines agency publishes and everybody fetches (M30): over HTTP and over the bus, for whoever asks. */
import { festOf } from '@budstikka/landscape'
import { derivedUuid, encodeMelding, enterpriseAddressOf, type Register } from '@budstikka/meldinger'
import { type Edge, festSubject, problem, route } from '@budstikka/service'
import { z } from 'zod'
import { legemiddelverket } from './legemiddelverket.ts'

/** Who fetches: a HER-id. */
const Fetching = z.object({ til: z.string().regex(/^[0-9]{1,10}$/, 'expected a HER-id') })

/** FEST of a year is the same for all, but for whom it is addressed to. */
export function festDoors(register: Register, year: number): Pick<Edge, 'routes' | 'endpoints'> {
  return {
    endpoints: [
      {
        name: 'fest',
        subject: festSubject,
        answer({ body }) {
          const melding = festFor(register, year, Fetching.parse(JSON.parse(Buffer.from(body).toString())).til)
          if (melding === undefined) throw new Error('expected a party that the address register knows')
          return Buffer.from(melding)
        }
      }
    ],
    routes: [
      route({
        method: 'GET',
        url: '/fest',
        summary: 'FEST as M30, addressed to who fetches it',
        query: Fetching,
        contentType: 'application/xml',
        handle: ({ query }) =>
          festFor(register, year, query.til) ?? problem(404, 'expected a party that the address register knows')
      })
    ]
  }
}

function festFor(register: Register, year: number, til: string): string | undefined {
  const [from, to] = [register.find(legemiddelverket.tjeneste)[0], register.party(til)]
  if (from === undefined || to === undefined) return undefined
  const at = Date.UTC(year, 0, 1)
  return encodeMelding({
    envelope: {
      type: 'ERM30',
      msgId: derivedUuid(at, 'ERM30', til),
      genDate: new Date(at).toISOString(),
      sender: enterpriseAddressOf(from),
      receiver: enterpriseAddressOf(to),
      copies: []
    },
    payload: festOf(year),
    attachments: []
  })
}
