/** How a medicine is to be taken or given (Forskrivning). */
import { CS, PQ, TS } from '../felles/kith.ts'
import { boolean, int, text, time } from '../felles/leaves.ts'
import { element, exactlyOneOf, many, optional } from '../xml/schema.ts'
import { perGeneration } from './generation.ts'

export const dosering = perGeneration(({ namespace: fs }) => {
  const AdministreringForskrivning = element(fs, {
    AdmVed: CS,
    AdmMate: CS,
    AdmEtterSkjema: optional(boolean),
    AdmSkjema: optional(text)
  })

  const Infusjonshastighet = element(fs, { Volum: PQ, Tidsenhet: CS })
  const dose = { Mengde: PQ, Intervall: optional(PQ), Infusjonshastighet: optional(Infusjonshastighet) }
  const FastDose = element(fs, { FasteUkedager: many(CS), DagerPa: optional(int), DagerAv: optional(int) })
  const DoseFastTidspunkt = element(fs, {
    ...dose,
    Klokkeslett: optional(time),
    Tidsomrade: optional(CS),
    GisEksakt: boolean,
    FastDose: optional(FastDose)
  })
  const DoseEtterBehov = element(fs, {
    ...dose,
    DoseDognMaks: PQ,
    DoseTidsromMaks: PQ,
    Tidsrom: PQ,
    DoseIntervallMin: PQ
  })

  const Dosering = element(
    fs,
    {
      Starttidspunkt: optional(TS),
      Sluttidspunkt: optional(TS),
      Doseringsregel: optional(element(fs, { DoseresEtter: CS, Merknad: optional(text) })),
      DoseFastTidspunkt: many(DoseFastTidspunkt),
      DoseEtterBehov: many(DoseEtterBehov)
    },
    exactlyOneOf('DoseFastTidspunkt', 'DoseEtterBehov')
  )
  return { AdministreringForskrivning, Dosering }
})
