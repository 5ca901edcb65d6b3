/** An application for refund of journeys: what stands in it, and how it is decided. No schema or rule of it is published: all our choice. */
import { SyntheticNumber } from '@budstikka/meldinger'
import { z } from 'zod'

export const Soknad = z.strictObject({
  id: z.uuid(),
  /** When it is sent, milliseconds since 1970. */
  at: z.int().nonnegative(),
  fodselsnummer: SyntheticNumber,
  /** Outlays in øre. */
  reiser: z
    .array(z.strictObject({ dato: z.iso.date(), utlegg: z.int().positive().max(100_000_000) }))
    .min(1)
    .max(100)
})
export type Soknad = z.infer<typeof Soknad>

export const tilstander = ['mottatt', 'innvilget', 'avslatt', 'utbetalt'] as const
export const Tilstand = z.object({
  tilstand: z.enum(tilstander),
  /** What is refunded, in øre. */
  belop: z.int().optional(),
  begrunnelse: z.string().optional()
})
export type Tilstand = z.infer<typeof Tilstand>

/** Own share of each journey, in øre, of who has no frikort that day. */
export const egenandel = 15_000

/** `today`: when it was sent, yyyy-mm-dd. */
export function decide({ reiser }: Soknad, today: string, harFrikort: (dato: string) => boolean): Tilstand {
  if (reiser.some(({ dato }) => dato > today)) return avslatt('Reisen var ikke gjennomført da det ble søkt')
  const belop = reiser.reduce(
    (sum, { dato, utlegg }) => sum + Math.max(0, utlegg - (harFrikort(dato) ? 0 : egenandel)),
    0
  )
  return belop > 0 ? { tilstand: 'innvilget', belop } : avslatt('Utleggene er ikke større enn egenandelen')
}

const avslatt = (begrunnelse: string): Tilstand => ({ tilstand: 'avslatt', begrunnelse })
