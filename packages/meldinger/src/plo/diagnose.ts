/** Diagnoses and what else a doctor knows: blood type, earlier illness, cave (poKomponent). */
import { Allerginotat, Cave } from '../epj/cave.ts'
import { GenereltJournalnotat, Journaltekst } from '../epj/journal.ts'
import { CS, CV } from '../felles/kith.ts'
import { boolean, date, text } from '../felles/leaves.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { hendelse } from './hendelse.ts'
import { perVersion } from './version.ts'

export const diagnose = perVersion((version) => {
  const { po, optionalSince16 } = version
  const { TidsfestetHendelse } = hendelse(version)
  const MedisinskDiagnose = element(po, {
    Hoveddiagnose: optionalSince16(boolean),
    Diagnosekode: optional(CV),
    DiagnoseBeskrivelse: optional(text)
  })
  const InfoMedisinskDiagnose = element(po, { MedisinskDiagnose: some(MedisinskDiagnose) })
  const RegistrertBlodtype = element(po, { Blodtype: CS, Rhesusgruppe: optional(CS), Merknad: optional(text) })
  const TidligereSykdomFragment = element(po, {
    FunksjonshemmingKroniskSykdom: boolean,
    TidligereSykdom: text,
    Diagnosekode: optional(CV)
  })
  const InfoTidligereSykdommer = element(po, {
    TidligereSykdomFragment: optional(TidligereSykdomFragment),
    Journaltekst: optional(Journaltekst)
  })
  const MedisinskfagligeOpplysninger = element(po, {
    RegistrertBlodtype: optional(RegistrertBlodtype),
    InfoTidligereSykdommer: many(InfoTidligereSykdommer),
    Cave: optional(Cave),
    Allerginotat: many(Allerginotat),
    GenereltJournalnotat: many(GenereltJournalnotat)
  })
  const TidsperiodeDiagnose = element(po, {
    StartdatoDiagnose: date,
    SluttdatoDiagnose: optional(date),
    MedisinskDiagnose
  })
  const InfoIPLOSrelevantInformasjon = element(po, {
    TidsperiodeDiagnose: many(TidsperiodeDiagnose),
    TidsfestetHendelse: optional(TidsfestetHendelse)
  })
  const InfoAndreViktigeOpplysninger = element(po, {
    GenereltJournalnotat: many(GenereltJournalnotat),
    Allerginotat: many(Allerginotat)
  })
  return {
    InfoMedisinskDiagnose,
    MedisinskfagligeOpplysninger,
    InfoIPLOSrelevantInformasjon,
    InfoAndreViktigeOpplysninger
  }
})
