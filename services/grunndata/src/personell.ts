/** Helsepersonellregisteret (HPR): who is authorised for what, until when, and where they work; and what has changed. */
import type { Personnel } from '@budstikka/landscape'
import { HprNumber } from '@budstikka/meldinger'
import { problem, type Problem } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { isApproval } from './codes.ts'
import { openFeed } from './feed.ts'

export const PersonellQuestion = z.strictObject({ hprNummer: HprNumber })

/** What shall be different; the register's own reasons are not published, so anything may. */
export const PersonellEndring = z
  .strictObject({
    godkjenning: z.string().refine(isApproval, 'expected a code of list 7704').optional(),
    gyldigTil: z.iso.date().nullable().optional().describe('last day; null: it has none'),
    dodsdato: z.iso.date().optional()
  })
  .refine((change) => Object.keys(change).length > 0, 'expected something that shall be different')
export type PersonellEndring = z.infer<typeof PersonellEndring>

export const Personell = z.object({
  hprNummer: z.string(),
  fornavn: z.string(),
  etternavn: z.string(),
  /** List 9060, list 7704, list 7426. */
  profesjon: z.string(),
  godkjenning: z.string(),
  spesialitet: z.string().optional(),
  gyldigTil: z.string().optional(),
  dodsdato: z.string().optional(),
  /** HER-ids of the services where they work. */
  ansattHos: z.array(z.string())
})
export type Personell = z.infer<typeof Personell>

export const Personellhendelse = z.object({
  sekvensnummer: z.number().int().min(1),
  hprNummer: z.string(),
  /** Names of the fields that are different. */
  endret: z.array(z.string()),
  /** As it is after the change. */
  personell: Personell
})

const unknown = problem(404, 'no personnel with this HPR number')

export function openHpr(store: Store, base: () => ReadonlyMap<string, Personnel>) {
  const changed = store.table('personell')
  const feed = openFeed(store, 'personellendringer', Personellhendelse)
  return { find, change, after: feed.after, newest: feed.newest }

  /** As many digits as e-resept wants are nine, filled up with zeros from the left; they name the same person. */
  function find(hprNummer: string): Personell | Problem {
    const key = base().has(hprNummer) ? hprNummer : hprNummer.replace(/^0+/, '')
    const own = changed.get(key)
    if (own !== undefined) return Personell.parse(JSON.parse(own))
    const personnel = base().get(key)
    return personnel === undefined ? unknown : personellOf(personnel)
  }

  /** What is as it was changes nothing. */
  function change(hprNummer: string, { gyldigTil, ...rest }: PersonellEndring, now: number): Personell | Problem {
    return store.transaction(() => {
      const before = find(hprNummer)
      if ('type' in before) return before
      const { gyldigTil: until, ...others } = before
      const to = gyldigTil === undefined ? until : (gyldigTil ?? undefined)
      const after = Personell.parse({ ...others, ...rest, ...(to !== undefined && { gyldigTil: to }) })
      const endret = Object.keys(Personell.shape).filter((field) => valueOf(before, field) !== valueOf(after, field))
      if (endret.length === 0) return before
      changed.put(after.hprNummer, JSON.stringify(after), now)
      feed.add({ hprNummer: after.hprNummer, endret, personell: after })
      return after
    })
  }
}
export type Hpr = ReturnType<typeof openHpr>

const valueOf = (personell: Personell, field: string) =>
  JSON.stringify(Object.entries(personell).find(([key]) => key === field))

const personellOf = ({ specialty, validTo, ...personnel }: Personnel): Personell => ({
  hprNummer: personnel.hprNumber,
  fornavn: personnel.givenName,
  etternavn: personnel.familyName,
  profesjon: personnel.profession,
  godkjenning: personnel.approval,
  ...(specialty !== undefined && { spesialitet: specialty }),
  ...(validTo !== undefined && { gyldigTil: validTo }),
  ansattHos: [...personnel.employers]
})
