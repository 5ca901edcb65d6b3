/** Measures: described, planned, carried out, recommended (poKomponent). */
import { CS, CV, PQ } from '../felles/kith.ts'
import { boolean, date, text } from '../felles/leaves.ts'
import { element, many, optional } from '../xml/schema.ts'
import { perVersion } from './version.ts'

export const tiltak = perVersion(({ po }) => {
  const GjennomforingAvTiltak = element(po, {
    UtfortTidspunkt: date,
    TiltakKanTermineres: optional(boolean),
    Merknad: optional(text)
  })
  const PlanlagtGjennomforingTiltak = element(po, {
    PlanlagtStart: date,
    PlanlagtSlutt: optional(date),
    FasteUkedager: many(CS),
    GjentagelseIntervall: optional(PQ),
    EtterBehov: optional(boolean)
  })
  const Tiltaksbeskrivelse = element(po, {
    IntervensjonTiltakKode: many(CV),
    IntervensjonTiltakBeskrivelse: optional(text),
    KategoriHelsepersonell: optional(CS),
    Stikkord: many(text),
    EvalueringTidspunkt: optional(date),
    Merknad: optional(text),
    GjennomforingAvTiltak: many(GjennomforingAvTiltak),
    PlanlagtGjennomforingTiltak: optional(PlanlagtGjennomforingTiltak)
  })
  const IverksatteTiltak = element(po, { Tiltaksbeskrivelse })
  const AnbefaltVidereTiltak = element(po, { Tiltaksbeskrivelse })
  return { Tiltaksbeskrivelse, IverksatteTiltak, AnbefaltVidereTiltak }
})
