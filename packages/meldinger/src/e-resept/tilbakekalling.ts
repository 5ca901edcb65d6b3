/** M5, M5.2 and M7: a prescriber recalls a prescription, is told what became of it, and so is the one who wrote it. */
import { CV } from '../felles/kith.ts'
import { dateTime, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, optional } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'

export const Tilbakekalling = element(kithNs('m5/2013-04-16'), {
  ReseptId: text,
  Merknad: optional(text),
  /** List 7500. */
  Arsak: CV,
  NyReseptId: optional(text)
})
export type Tilbakekalling = Infer<typeof Tilbakekalling>

export const KvitteringTilbakekalling = element(kithNs('m52/2013-12-01'), {
  ReseptId: text,
  /** List 7503: 1 recalled, 2 being dispensed. */
  Status: CV
})

/** The M5 is attached. */
export const SlettetReseptRF = element(kithNs('m7/2008-05-01'), { Tidspunkt: dateTime })
