/** A communication party of Adresseregisteret, as every service knows it (HIS 1153-1, HIS 1153-3). */
import { z } from 'zod'

/** Digits only, kept as text: a HER-id may begin with 0. */
export const HerId = z
  .string()
  .regex(/^[0-9]{1,10}$/)
  .brand('HerId')
export type HerId = z.infer<typeof HerId>

/** `<list>-<code>` of the service type (8663-KP02), or 'person' for a party addressed by name. */
export const Tjeneste = z
  .string()
  .regex(/^(person|[0-9]{4}-[A-Z0-9]{1,8})$/)
  .brand('Tjeneste')
export type Tjeneste = z.infer<typeof Tjeneste>

/** Level 1: the organisation that owns the communication party. */
export const PartyOrganisation = z.object({
  herId: HerId,
  name: z.string(),
  organisationNumber: z.string(),
  /** Type of enterprise, code list 9040: 101 hospital trust, 102 municipality, 103 GP office … */
  businessType: z.string()
})
export type PartyOrganisation = z.infer<typeof PartyOrganisation>

/** Level 2: a service or a person at an organisation; the only valid addressee. */
export const Party = z.object({
  herId: HerId,
  /** Visningsnavn. */
  name: z.string(),
  tjeneste: Tjeneste,
  organisation: PartyOrganisation,
  municipality: z
    .string()
    .regex(/^[0-9]{4}$/)
    .optional(),
  person: z.object({ givenName: z.string(), familyName: z.string(), hprNumber: z.string() }).optional(),
  /** False when the party is closed: nothing may be sent to it. */
  active: z.boolean(),
  /** Where the service went when it moved. */
  movedTo: HerId.optional()
})
export type Party = z.infer<typeof Party>

/** What a service may ask of its replica of Adresseregisteret; a look-up costs no hop. */
export interface Register {
  party(herId: string): Party | undefined
  /** Parties of one tjeneste in a municipality, or everywhere. */
  find(tjeneste: string, municipality?: string): readonly Party[]
}
