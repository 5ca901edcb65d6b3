/** Whether a referral is øyeblikkelig hjelp: such a one is taken however poorly the patient is identified (HITS 1168 §6.2). */
import { z } from 'zod'
import type { Melding } from '../melding.ts'

/** Hastegrad 0 is øyeblikkelig hjelp in both lists, 8304 (Henvisning 1.x) and 8306 (2.0). */
const urgent = z.object({ ReqServ: z.object({ Priority: z.object({ V: z.literal('0') }) }) })
/** Henvisning 2.0 has ReqServ under its root, 1.x under ServReq. */
const urgentReferral = z.union([urgent, z.object({ ServReq: urgent })])

export function isUrgentReferral({ envelope, payload }: Melding): boolean {
  return envelope.type.startsWith('HENVISNING') && urgentReferral.safeParse(payload.content).success
}
