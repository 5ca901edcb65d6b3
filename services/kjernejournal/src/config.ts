/** The environment of kjernejournal; what no public source says is set here, and the defaults are our choice. */
import { ServiceConfig } from '@budstikka/service'
import { z } from 'zod'

/** 'LE,SP' in the environment, a list inside. */
const Codes = z.codec(z.string(), z.array(z.string().regex(/^[A-Z0-9]{1,4}$/)), {
  decode: (text) => text.split(',').map((code) => code.trim()),
  encode: (codes) => codes.join(',')
})

export const Config = ServiceConfig.extend({
  KJ_ROLES: Codes.default(['LE', 'SP', 'PS', 'JO', 'TL', 'VP', 'FA1', 'FA2', 'AA']).describe(
    'roles (list 9060) that may look'
  ),
  KJ_BUSINESS_TYPES: Codes.default(['101', '102', '103']).describe('enterprises (list 9040) whose personnel may look'),
  KJ_NURSE_TREATMENTS: Codes.default(['5']).describe('ongoing treatments (list 7517) that a nurse may register'),
  KJ_NURSE_IMPLANTS: Codes.default(['8', '18', '29']).describe('implants (list 7518) that a nurse may register'),
  KJ_TICKET_MINUTES: z.coerce.number().int().min(1).default(60).describe('simulated minutes for which a ticket holds'),
  HELSEID_JWKS: z
    .string()
    .optional()
    .describe('public keys (JWKS) that tokens over HTTP must be signed with; without them a token is believed')
})
export type Config = z.infer<typeof Config>
