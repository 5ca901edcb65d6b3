/** M3, M14 and M15: the agency is asked to let an unlicensed medicine be dispensed, and answers. */
import { CS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { element, optional } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'

export const AnmodningSLV = element(kithNs('m3/2010-05-01'), { ReseptId: text, Kommentar: optional(text) })

/** `AnmodningSLVId` is the MsgId of the M3; none where the prescriber applies himself. */
export const SoknadSLV = element(kithNs('m14/2008-12-12'), { ReseptId: text, AnmodningSLVId: optional(text) })

export const SvarSLV = element(kithNs('m15/2006-10-06'), {
  ReseptId: text,
  Innvilget: CS,
  BegrunnelseAvslag: optional(text),
  Saksbehandler: text
})
