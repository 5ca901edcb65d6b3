/** By what right somebody sees what is another's on Helsenorge (list 7611): FO foreldreansvar, FU fullmakt. Vergemål is not played. */

export type Representasjon = 'selv' | 'FO' | 'FU'

export type Kjent = {
  /** Whole years. */
  ageOf(id: string): number
  foreldreOf(barn: string): readonly string[]
  /** Whether a power of attorney from one to another holds. */
  harFullmakt(giver: string, haver: string): boolean
}

/** Undefined where there is none. Who is 16 has their own, and may let others by a fullmakt. */
export function representasjonFor(innlogget: string, gjelder: string, kjent: Kjent): Representasjon | undefined {
  if (innlogget === gjelder) return 'selv'
  if (kjent.ageOf(gjelder) < barnUnder) return kjent.foreldreOf(gjelder).includes(innlogget) ? 'FO' : undefined
  return kjent.harFullmakt(gjelder, innlogget) ? 'FU' : undefined
}

/** Years: until then the parents see it (Reseptformidleren, net pharmacy), and no fullmakt is given (NHN Fullmakt). */
export const barnUnder = 16
