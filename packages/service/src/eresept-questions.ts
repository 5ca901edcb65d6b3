/** The questions that Reseptformidleren answers beside the look-ups of the standard. A person number stands in a body only. */
import { z } from 'zod'

/**
 * Vis: `{ id }`, a ReseptId or a person number → the prescriptions, with their trail, and what is known of that person, for whoever runs it.
 * Gyldige is Kjernejournal's: `GyldigeSporsmal` → `GyldigeResepter`. Our choice: the real one asks by a variant of M9.5 whose schema is not
 * public.
 * The others are Helsenorge's, for a citizen: `{ bevis, sporsmal }`, the token of who has logged in and `{ gjelder?, fullmakt? }` → what
 * was dispensed in three years, and what can be had with the date of the list.
 */
export const ereseptSubjects = {
  vis: 'oppslag.e-resept.vis',
  gyldige: 'oppslag.e-resept.gyldige',
  legemidler: 'oppslag.e-resept.legemidler',
  resepter: 'oppslag.e-resept.resepter'
} as const

/** `hprNummer`: who looks, whom the person may have blocked; `at`: when, milliseconds since 1970, simulated. */
export const GyldigeSporsmal = z.strictObject({
  fodselsnummer: z.string().regex(/^[0-9]{11}$/, 'expected 11 digits'),
  hprNummer: z.string().regex(/^[0-9]{1,9}$/, 'expected an HPR number of 1 to 9 digits'),
  at: z.int().nonnegative()
})
export type GyldigeSporsmal = z.infer<typeof GyldigeSporsmal>

/** Days are yyyy-mm-dd. */
const GyldigResept = z.object({
  reseptId: z.string(),
  navn: z.string(),
  bruksomrade: z.string().optional(),
  forskrevet: z.string(),
  /** The last day. */
  gyldigTil: z.string(),
  rekvirent: z.object({ hprNummer: z.string(), navn: z.string() }),
  /** Dispensings beside the first (M1 Reiterasjon). */
  reiterasjon: z.int()
})
export type GyldigResept = z.infer<typeof GyldigResept>
/** `harLaste`: there are locked ones too, which nobody sees without their reference number. */
export const GyldigeResepter = z.object({ harLaste: z.boolean(), resepter: z.array(GyldigResept) })
export type GyldigeResepter = z.infer<typeof GyldigeResepter>

/** Nothing but `{ til }`, the HER-id of who fetches → FEST as M30, in XML. The real one is fetched by a web service (GetM30). */
export const festSubject = 'oppslag.registre.fest'
