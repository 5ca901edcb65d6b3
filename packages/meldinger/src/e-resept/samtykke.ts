/** M24.1 and M24.2: the fastlege subscribes to what is dispensed to his patients. */
import { CS } from '../felles/kith.ts'
import { date } from '../felles/leaves.ts'
import { element, optional } from '../xml/schema.ts'
import { kithNs } from './namespace.ts'

export const Samtykke = element(kithNs('m241/2009-02-20'), {
  /** List 7456. */
  SamtykkeGittAv: CS,
  SamtykkeTil: date,
  TypeSamtykke: CS,
  Samtykkeverdi: optional(CS)
})

/** `Svar` is list 7457: 1 registered, 2 refused; `Begrunnelse` list 7458. */
export const SvarSamtykke = element(kithNs('m242/2008-10-03'), { Svar: CS, Begrunnelse: optional(CS) })
