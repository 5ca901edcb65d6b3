/** What a doctor tells: a death, that it was told in error, or its cause. The real service's fields are not published: our choice. */
import { type Dodsarsak, HprNumber, SyntheticNumber } from '@budstikka/meldinger'
import { z } from 'zod'

/** A new death, or another date of one (helsepersonelloven §36). */
export const Dodsfall = z.strictObject({
  fodselsnummer: SyntheticNumber,
  dodsdato: z.iso.date(),
  dodssted: z.strictObject({ kommune: z.string().regex(/^[0-9]{4}$/), type: z.string().min(1).max(200) }).optional(),
  virksomhet: z.string().min(1).max(200).optional(),
  lege: HprNumber
})
export const Annullering = z.strictObject({ fodselsnummer: SyntheticNumber, lege: HprNumber })

/** `at`: when it was told, milliseconds since 1970; in a replay the world's own time. */
export const TellAs = z.object({ id: z.uuid().optional(), at: z.int().nonnegative().optional() })
export type TellAs = { readonly id?: string | undefined; readonly at?: number | undefined }

export type Told =
  | { readonly type: 'dodsfall'; readonly data: z.infer<typeof Dodsfall> }
  | { readonly type: 'annullering'; readonly data: z.infer<typeof Annullering> }
  | { readonly type: 'dodsarsak'; readonly data: Dodsarsak }

export type RegisterName = 'folkeregisteret' | 'dodsarsaksregisteret'
export const registerOf = ({ type }: Told): RegisterName =>
  type === 'dodsarsak' ? 'dodsarsaksregisteret' : 'folkeregisteret'
