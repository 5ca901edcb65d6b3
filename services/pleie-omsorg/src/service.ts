/** Pleie og omsorg: the care systems of the municipalities, who report on those admitted and take home those discharged. */
import { journalService } from '@budstikka/journal'
import type { Person } from '@budstikka/landscape'

/** Municipal services whose records are kept in the care system (list 8663; which they are is our choice). */
export const tjenester = [
  '8663-KP02', // Sykepleietjeneste
  '8663-KP05', // Psykolog, pleie og omsorg
  '8663-KD0501', // Saksbehandling
  '8663-KR01', // Fysioterapi, pleie og omsorg
  '8663-KR02' // Ergoterapi, pleie og omsorg
] as const

/** `person` knows everybody of the landscape by number. */
export const pleieOmsorg = (person: (id: string) => Person) =>
  journalService({ name: 'pleie-omsorg', description: 'The care systems of the municipalities', tjenester, person })
