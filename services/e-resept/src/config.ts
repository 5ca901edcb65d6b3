/** What the environment says to Reseptformidleren. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

const List = z.codec(z.string(), z.array(z.string()), {
  decode: (text) => text.split(',').map((one) => one.trim()),
  encode: (all) => all.join(',')
})

export const Config = ServiceConfig.extend({
  REKVIRENTER: List.default(['101', '103', '8663-KA02', '8663-KP01']).describe(
    'who may prescribe, by business type (list 9040) or tjeneste; 110 switches dentists on, 102 all of a municipality'
  ),
  SVARTELISTEDE: List.default([]).describe(
    'HER-ids of pharmacies and bandagists that are blocked from dispense requests (M21): an M1 that asks one is refused (304)'
  ),
  UTEN_CPA: List.default([]).describe(
    'HER-ids of pharmacies and bandagists without an agreement (CPA) with Reseptformidleren: an M1 that asks one is refused (145)'
  ),
  RESERVASJONER: List.default(['KJ']).describe(
    'in which registers (list 7610) a reservation hides prescriptions from other prescribers; the list has no code of its own for e-resept'
  ),
  RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(365)
    .describe('how long a closed or recalled prescription is kept; the length is not public'),
  REOPENS_ON_ANNULMENT: z
    .stringbool()
    .default(true)
    .describe('whether a prescription opens again when the dispensing that closed it is annulled; not public'),
  NETT_ALDER: z.coerce
    .number()
    .int()
    .min(0)
    .default(16)
    .describe('from which age somebody may log in at a net pharmacy; not public'),
  HELSEID_JWKS: z
    .string()
    .optional()
    .describe('public keys (JWKS) that the proof of who has logged in must be signed with; without them it is believed')
})
export type Config = z.infer<typeof Config>
