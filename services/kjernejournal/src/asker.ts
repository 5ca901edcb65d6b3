/** Who asks, as the edges know it: by a token over HTTP, by the sender's address over the bus. */
import { birthDateOf, identifyPersonNumber, listSystem } from '@budstikka/meldinger'
import { type Bevis, openBevis, openHelseId, problem, type Problem, tokenIn } from '@budstikka/service'
import { z } from 'zod'
import type { Helsepersonell } from './rules.ts'
import type { World } from './world.ts'

/** Whoever is asked for: real persons are refused, and so is a number that tells no birth date. */
export const Fodselsnummer = z
  .string()
  .refine(
    (id) => identifyPersonNumber(id)?.isSynthetic === true && birthDateOf(id) !== undefined,
    'expected a synthetic fødselsnummer or D-nummer (month + 80) with right check digits'
  )
export const HprNummer = z.string().regex(/^[0-9]{1,9}$/, 'expected an HPR number of 1 to 9 digits')
export const Rolle = z.string().regex(/^[A-Z0-9]{2,3}$/, 'expected a code of list 9060')

const scope = 'nhn:kjernejournal/api'
const level = 'helseid://claims/identity/security_level'
const Coded = z.object({ code: z.string(), system: z.string() })
const ofSystem = (system: string) => z.literal(system, `expected the system ${system}`)
const base = { [level]: z.literal('4', 'expected security level 4') }

/** Tillitsrammeverk, purpose_of_use. */
const purposeSystem = 'urn:oid:2.16.840.1.113883.1.11.20448'
const purposes = ['TREAT', 'ETREAT', 'COC', 'BTG'] as const

/** HelseID with the trust framework's part: who, for which enterprise, in which service, for which patients. */
const PersonnelClaims = z.object({
  ...base,
  scope: z.union([z.string(), z.array(z.string())]).refine((given) => {
    const all = typeof given === 'string' ? given.split(' ') : given
    return all.includes(scope)
  }, `expected the scope ${scope}`),
  practitioner: z.object({
    hpr_nr: HprNummer,
    authorization: Coded.extend({ code: Rolle, system: ofSystem(listSystem('9060')) }),
    legal_entity: z.object({ id: z.string() })
  }),
  care_relation: z.object({
    healthcare_service: Coded,
    purpose_of_use: Coded.extend({ code: z.enum(purposes), system: ofSystem(purposeSystem) }).optional()
  }),
  /** Whom it attests a relation of care to. */
  patients: z.array(z.object({ identifier: z.object({ id: z.string() }) })).optional()
})
const CitizenClaims = z.object({ ...base, 'helseid://claims/identity/pid': Fodselsnummer })

export type Tokens = {
  personnel(authorization: string): Helsepersonell | Problem
  /** The person who is logged in. */
  citizen(authorization: string): string | Problem
  readonly erFullmakt: Bevis['erFullmakt']
}

/** `jwks`: as of `openHelseId`. */
export function openTokens(world: World, jwks: string | undefined): Tokens {
  const helseId = openHelseId(jwks)
  const { erFullmakt } = openBevis(jwks)
  return {
    personnel(authorization) {
      const claims = claimsOf(authorization, PersonnelClaims)
      if ('status' in claims) return claims
      const { practitioner, care_relation, patients } = claims
      const enterprise = world.enterprise(practitioner.legal_entity.id)
      if (enterprise === undefined) return problem(403, 'expected an enterprise that the address register knows')
      const { code, system } = care_relation.healthcare_service
      const tjeneste = `${system.split('.').at(-1)}-${code}`
      const isOffered =
        enterprise.tjenester.has(tjeneste) || isSpecialist(enterprise.organisasjon.businessType, tjeneste)
      return {
        hprNummer: practitioner.hpr_nr,
        rolle: practitioner.authorization.code,
        organisasjon: enterprise.organisasjon,
        tjeneste: isOffered ? tjeneste : undefined,
        ...(patients && { pasienter: patients.map(({ identifier }) => identifier.id) })
      }
    },
    citizen(authorization) {
      const claims = claimsOf(authorization, CitizenClaims)
      return 'status' in claims ? claims : claims['helseid://claims/identity/pid']
    },
    erFullmakt
  }

  function claimsOf<Claims extends object>(authorization: string, schema: z.ZodType<Claims>) {
    const claims = helseId(tokenIn(authorization))
    if (claims === undefined) return problem(401, 'expected a token of HelseID that holds')
    const read = schema.safeParse(claims)
    return read.success ? read.data : problem(403, z.prettifyError(read.error))
  }
}

/** Professional fields (list 8655) are no services of the register: a hospital trust has them all (our choice). */
const isSpecialist = (businessType: string, tjeneste: string) => businessType === '101' && tjeneste.startsWith('8655-')

/** By the party that asks: its own service, and itself where it is a person. */
export function personnelAt(
  world: World,
  herId: string,
  { hprNummer, rolle }: { readonly hprNummer: string; readonly rolle: string }
): Helsepersonell | Problem {
  const party = world.party(herId)
  if (party === undefined || !party.active) return problem(403, 'expected a party that the address register knows')
  if (party.person !== undefined && party.person.hprNumber !== hprNummer)
    return problem(403, 'expected the HPR number of the party that asks')
  return { hprNummer, rolle, organisasjon: party.organisation, tjeneste: party.tjeneste }
}
