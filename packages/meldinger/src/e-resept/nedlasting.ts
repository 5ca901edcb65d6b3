/** M9.3 and M9.4: the pharmacy takes one prescription, which locks it; its M1, control object and M10s follow as attachments. */
import { CS, CV } from '../felles/kith.ts'
import { boolean, date, dateTime, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, many, optional } from '../xml/schema.ts'
import { egenandelIn, fourPeriods } from './egenandel.ts'
import { kithNs } from './namespace.ts'

export const M93 = element(kithNs('m93/2010-06-04'), {
  ReseptId: optional(text),
  /** List 7411: why the pharmacy goes no further. */
  Kansellering: optional(CS),
  RefNr: optional(text),
  AnsattId: text
})
export type M93 = Infer<typeof M93>

const m94 = kithNs('m94/2010-07-01')
export const ReseptNedlasting = element(
  m94,
  {
    DatoSoknadSendtSLV: optional(date),
    SvarSLVDato: optional(date),
    InnvligetGodkjFritak: optional(boolean),
    /** List 7408. */
    Status: CS,
    StatusSoknadSlv: optional(CS),
    Egenandel: many(egenandelIn(m94))
  },
  fourPeriods
)
export type ReseptNedlasting = Infer<typeof ReseptNedlasting>

/** What Reseptformidleren found of the prescriber's signature and rights: no melding, but an attachment of M9.4. */
export const SKO = element(kithNs('sko/2008-05-05'), {
  ReseptId: text,
  SertifikatId: text,
  Signatursatus: CS,
  Mottatt: dateTime,
  Hashverdi: text,
  HprNr: text,
  HPRMerknad: CV,
  Autorisasjonskode: text,
  Rekvireringskode: text
})
export type SKO = Infer<typeof SKO>
