/** The catalogues of how medicines are used: doses by diagnosis, and doses in short. */
import { CS, CV } from '../../felles/kith.ts'
import { decimal, duration, int, ncName, text } from '../../felles/leaves.ts'
import { element, many, optional, some } from '../../xml/schema.ts'
import { dosering } from '../dosering.ts'
import { generation2014 } from '../generation.ts'
import { katalog, m30, oppforinger } from './oppforing.ts'

const Doseringsregel = element(m30, {
  DoseresEtter: CS,
  OvreGrense: optional(decimal),
  NedreGrense: optional(decimal),
  Enhet: CV
})
const GodkjentNormaldose = element(m30, {
  OvreNormaldose: decimal,
  NedreNormaldose: decimal,
  Enhet: CV,
  MinAntDoser: optional(int),
  MaksAntDoser: optional(int),
  Periode: CV
})
const Doseringsforslag = element(m30, {
  Behandlingsfase: optional(CS),
  MinTidForrigeDosering: optional(duration),
  Varighet: optional(duration),
  Doseringsregel: many(Doseringsregel),
  GodkjentNormaldose: some(GodkjentNormaldose),
  GodkjentMaksimaldose: many(element(m30, { Maksimaldose: decimal, Enhet: CV, Periode: CV }))
})
const Legemiddelforslag = element(m30, {
  VirkestoffnavnForm: text,
  RefLegemiddelVirkestoff: many(ncName),
  RefLegemiddelMerkevare: many(ncName),
  Oppmerksomhet: many(CV),
  Doseringsforslag: many(Doseringsforslag)
})
const Behandling = element(m30, { Beskrivelse: optional(text), Legemiddelforslag: many(Legemiddelforslag) })
const Diagnose = element(m30, {
  Id: ncName,
  Diagnosekode: CV,
  Bruksomrade: optional(text),
  Behandling: many(Behandling)
})
export const KatDiagnose = katalog({ OppfDiagnose: oppforinger({ Diagnose: optional(Diagnose) }) })

const { Dosering } = dosering(generation2014)
const Legemiddelforbruk = element(m30, {
  Lopenr: int,
  Mengde: decimal,
  Periode: duration,
  Iterasjoner: optional(int),
  Dosering: optional(Dosering)
})
const Kortdose = element(m30, { Kortdose: CV, BeskrivelseTerm: text, Legemiddelforbruk: many(Legemiddelforbruk) })
export const KatStrDosering = katalog({ OppfStrDosering: oppforinger({ Kortdose: optional(Kortdose) }) })
