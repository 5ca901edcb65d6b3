/** HelseIndikator: what a journal system is told at once, before anybody opens the kjernejournal. */
import type { GyldigeResepter } from '@budstikka/service'
import { z } from 'zod'
import { isAnything } from './egenregistrering.ts'
import type { Syn } from './handle.ts'
import { indikatorOf } from './kategorier.ts'
import { deler } from './state.ts'

export const HelseIndikator = z.object({
  /** 0 invalid number, 1 no kjernejournal, 2 available, 3 the person has registered something, 4 critical information. */
  status: z.literal([0, 1, 2, 3, 4]),
  ticket: z.string().optional(),
  sistEndretKritiskInfo: z.array(z.object({ kategori: z.string(), sistEndret: z.string() })),
  eksistererBlokkertHelsepersonell: z.boolean(),
  harLasteResepter: z.boolean(),
  harLegemidler: z.boolean(),
  sperringDetaljer: z.array(z.enum(deler)),
  returTekst: z.string()
})
export type HelseIndikator = z.infer<typeof HelseIndikator>

/** The texts are ours. */
const texts = [
  'Ugyldig fødselsnummer',
  'Ingen kjernejournal',
  'Kjernejournal er tilgjengelig',
  'Innbyggeren har lagt inn egne opplysninger',
  'Kjernejournal har kritisk informasjon'
] as const
/** Said after it, so that nobody takes silence for no medicines. */
const uteblitt = 'Reseptformidleren svarte ikke'

const nothing = {
  sistEndretKritiskInfo: [],
  eksistererBlokkertHelsepersonell: false,
  harLasteResepter: false,
  harLegemidler: false,
  sperringDetaljer: []
}

export const without = (status: 0 | 1): HelseIndikator => ({ status, ...nothing, returTekst: texts[status] })

/**
 * It does not know who will read it, so it tells nothing clinical where anybody is blocked.
 * `resepter`: undefined where Reseptformidleren did not answer. `from`: medicines before that time do not count, milliseconds since 1970.
 */
export function helseIndikator(
  { innhold, sperret, harBlokkert }: Syn,
  gyldige: GyldigeResepter | undefined,
  ticket: string,
  from = 0
): HelseIndikator {
  if (harBlokkert)
    return { ...nothing, status: 2, ticket, eksistererBlokkertHelsepersonell: true, returTekst: texts[2] }
  const { kritisk, legemidler, iBruk, egne } = innhold
  const status = kritisk.length > 0 ? 4 : isAnything(egne) ? 3 : 2
  const changed = new Map<string, number>()
  for (const { kategori, registrert } of kritisk) {
    const name = indikatorOf(kategori)
    changed.set(name, Math.max(changed.get(name) ?? 0, registrert.at))
  }
  return {
    status,
    ticket,
    sistEndretKritiskInfo: [...changed].map(([kategori, at]) => ({ kategori, sistEndret: new Date(at).toISOString() })),
    eksistererBlokkertHelsepersonell: false,
    harLasteResepter: gyldige?.harLaste === true || legemidler.some(({ isLast }) => isLast),
    harLegemidler: (gyldige?.resepter ?? []).length > 0 || iBruk.length > 0 || legemidler.some(({ at }) => at >= from),
    sperringDetaljer: [...sperret],
    returTekst: gyldige === undefined ? `${texts[status]}. ${uteblitt}` : texts[status]
  }
}
