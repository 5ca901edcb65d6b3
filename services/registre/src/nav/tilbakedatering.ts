/** NAV's rules on a sick note for days before the patient was seen (folketrygdloven § 8-7; navikt/syfosmregler, TilbakedateringRuleTree). */
import { daysFrom } from './note.ts'
import type { Case, Hit } from './rule-engine.ts'
import { erEttersending, erForlengelse } from './sykefravaer.ts'

/** Undefined where nothing stands against it. */
export function tilbakedatering({ sykmelding, note, earlier, mottatt }: Case): Hit | undefined {
  const { fom, tom, behandlet, erFraSpesialist } = note
  if (daysFrom(fom, mottatt) > 3 * 365) return hits.overTreAr
  const days = daysFrom(fom, behandlet)
  if (days <= 3 || erEttersending(earlier, note)) return undefined
  const words = wordsIn(sykmelding.KontaktMedPasient.BegrunnIkkeKontakt ?? '')
  if (days <= 8) return words >= 1 || erForlengelse(earlier, note) || erFraSpesialist ? undefined : hits.inntil8
  if (days <= 30) {
    if (words === 0) return erFraSpesialist ? undefined : hits.inntil30
    const isExempt = erForlengelse(earlier, note) || daysFrom(fom, tom) < arbeidsgiverperiode || erFraSpesialist
    return isExempt ? undefined : hits.inntil30MedBegrunnelse
  }
  if (words >= 3) return hits.over30MedBegrunnelse
  return erFraSpesialist ? hits.over30Spesialist : hits.over30
}

/** Days that the employer pays for. */
const arbeidsgiverperiode = 16

const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /[A-Za-z]/.test(word)).length

const invalid = (regel: string, text: string): Hit => ({ utfall: 'INVALID', regel, text })
const manual = (regel: string, text: string): Hit => ({ utfall: 'MANUAL_PROCESSING', regel, text })
const hits = {
  overTreAr: invalid('TILBAKEDATERT_MER_ENN_3_AR', 'Sykmeldinges fom-dato er mer enn 3 år tilbake i tid.'),
  inntil8: invalid(
    'INNTIL_8_DAGER',
    'Første sykmelding er tilbakedatert uten at begrunnelse (felt 11.2) er tilstrekkelig utfylt'
  ),
  inntil30: invalid(
    'INNTIL_30_DAGER',
    'Sykmelding er tilbakedatert uten begrunnelse (felt 11.2) er tilstrekkelig utfylt'
  ),
  inntil30MedBegrunnelse: manual(
    'INNTIL_30_DAGER_MED_BEGRUNNELSE',
    'Første sykmelding er tilbakedatert og felt 11.2 (begrunnelse) er utfylt'
  ),
  over30: invalid(
    'OVER_30_DAGER',
    'Sykmelding er tilbakedatert mer enn det som er tillatt og felt 11.2 er ikke utfylt.'
  ),
  over30MedBegrunnelse: manual(
    'OVER_30_DAGER_MED_BEGRUNNELSE',
    'Sykmeldingen er tilbakedatert og felt 11.2 (begrunnelse) er utfylt'
  ),
  over30Spesialist: manual(
    'OVER_30_DAGER_SPESIALISTHELSETJENESTEN',
    'Sykmeldingen er tilbakedatert over 30 dager og er fra spesialisthelsetjenesten'
  )
} as const satisfies Readonly<Record<string, Hit>>
