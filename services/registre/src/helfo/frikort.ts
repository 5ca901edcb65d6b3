/** Whether a citizen has paid so much of their own that they have a frikort: the decision, pure. */
import type { EgenandelSvarV2 } from '@budstikka/meldinger'

export type Frikort = {
  /** What a citizen has paid in a year, in øre. */
  paid(fodselsnummer: string, year: string): number
  /** The ceiling of a year, in øre. */
  readonly ceiling: number
}

/** The same answer where there is none and where the citizen is reserved: nobody shall see which (HIS 1024). */
export const answerOf = (isFree: boolean): EgenandelSvarV2 => ({
  Status: isFree ? { V: '1', DN: 'Ja' } : { V: '0', DN: 'Ingen data' },
  Svarmelding: isFree ? 'Innbyggeren skal ikke betale egenandel' : 'Det finnes ingen opplysninger'
})

export const hasFrikort = ({ paid, ceiling }: Frikort, fodselsnummer: string, dato: string) =>
  paid(fodselsnummer, dato.slice(0, 4)) >= ceiling

/** List 7461 B: children under 16. Other reasons (S, Y …) depend on what Helfo does not know. */
export function isExempt(fodselsdato: string | undefined, dato: string): boolean {
  if (fodselsdato === undefined) return false
  const sixteen = `${Number(fodselsdato.slice(0, 4)) + 16}${fodselsdato.slice(4)}`
  return dato < sixteen
}
