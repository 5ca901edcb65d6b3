/** The answers that Adresseregisteret has: a party, parties by what one knows of them, and somebody's GP. */
import { HerId, identifyPersonNumber, Party, type Register } from '@budstikka/meldinger'
import { inOrder, problem, type Problem, resolveParty } from '@budstikka/service'
import { z } from 'zod'

const pageMax = 1_000

/** Everything given must hold. */
export const PartyQuery = z.object({
  navn: z.string().min(2).optional().describe('part of the name of the party or of its organisation'),
  orgnr: z
    .string()
    .regex(/^[0-9]{9}$/, 'expected an organisation number of 9 digits')
    .optional(),
  virksomhet: HerId.optional().describe('HER-id of the organisation (level 1)'),
  kommune: z
    .string()
    .regex(/^[0-9]{4}$/, 'expected a municipality number of 4 digits')
    .optional(),
  tjeneste: z.string().optional().describe('service type, 8663-KP02, or person'),
  limit: z.coerce.number().int().min(1).max(pageMax).default(100),
  after: HerId.optional().describe('the next of the page before')
})
export type PartyQuery = z.infer<typeof PartyQuery>

export const PartyPage = z.object({
  parter: z.array(Party),
  /** Give it as `after` for the page that follows; absent on the last. */
  next: HerId.optional()
})
export type PartyPage = z.infer<typeof PartyPage>

/** A person number stands in a body only, never in a URL, a subject or a log (ARCHITECTURE.md, The wire). */
export const FastlegeQuestion = z.strictObject({
  fodselsnummer: z
    .string()
    .refine(
      (id) => identifyPersonNumber(id)?.isSynthetic === true,
      'expected a synthetic fødselsnummer or D-nummer (month + 80) with right check digits'
    )
})

export const PartQuestion = z.strictObject({ herId: HerId })

export function lookUp(register: Register, herId: string): Party | Problem {
  return register.party(herId) ?? problem(404, 'no party with this HER-id')
}

/** `parties` in order of HER-id. */
export function search(parties: readonly Party[], query: PartyQuery): PartyPage {
  const name = query.navn?.toLocaleLowerCase('nb')
  const { after } = query
  const found: Party[] = []
  for (const party of parties) {
    if ((after !== undefined && inOrder(party, { herId: after }) <= 0) || !matches(party, query, name)) continue
    const last = found.at(-1)
    if (found.length === query.limit && last) return { parter: found, next: last.herId }
    found.push(party)
  }
  return { parter: found }
}

/** The party to write to: where the GP has moved to, if they have. `fastlegeOf` answers a HER-id of the landscape. */
export function findFastlege(register: Register, fastlegeOf: (id: string) => HerId, id: string): Party | Problem {
  const resolved = resolveParty(register, fastlegeOf(id))
  return resolved.type === 'open'
    ? resolved.party
    : problem(404, `the GP of this person is ${resolved.type} in the register`)
}

function matches(
  party: Party,
  { orgnr, virksomhet, kommune, tjeneste }: PartyQuery,
  name: string | undefined
): boolean {
  if (tjeneste !== undefined && party.tjeneste !== tjeneste) return false
  if (kommune !== undefined && party.municipality !== kommune) return false
  if (virksomhet !== undefined && party.organisation.herId !== virksomhet) return false
  if (orgnr !== undefined && party.organisation.organisationNumber !== orgnr) return false
  return (
    name === undefined || [party.name, party.organisation.name].some((it) => it.toLocaleLowerCase('nb').includes(name))
  )
}
