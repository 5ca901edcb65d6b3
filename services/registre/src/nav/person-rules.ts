/** NAV's rules on the patient and the diagnosis of a sick note. */
import { identifyPersonNumber, oidOf } from '@budstikka/meldinger'
import type { EngineRule } from './rule-engine.ts'

const hoveddiagnose = ({ sykmelding }: Parameters<EngineRule['isBroken']>[0]) =>
  sykmelding.MedisinskVurdering.HovedDiagnose?.Diagnosekode
const [icpc2, icd10] = [oidOf('7170'), oidOf('7110')]

/** Codes from 30 to 69 are processes in ICPC-2; its own list of diagnoses, and ICD-10's, are not at hand. */
const isDiagnosis = ({ V = '', S }: { readonly V?: string | undefined; readonly S?: string | undefined }) =>
  S === icd10 ? V !== '' : S === icpc2 && /^[A-Z](0[1-9]|[12]\d|[7-9]\d)$/.test(V.trim().toUpperCase())

/** navikt/syfosmregler: rules 1101, 1102, 1132, 1133, 1137, 1540, 1541, 1708, and the doctor who is the patient. */
export const personRules: readonly EngineRule[] = [
  {
    utfall: 'INVALID',
    regel: 'PASIENT_YNGRE_ENN_13',
    text: 'Pasienten er under 13 år. Sykmelding kan ikke benyttes.',
    isWholeText: true,
    isBroken: ({ note, person }) => note.tom < birthdayOf(person.fodselsdato, 13)
  },
  {
    utfall: 'INVALID',
    regel: 'PASIENT_ELDRE_ENN_70',
    text: 'Pasienten er over 70 år. Sykmelding kan ikke benyttes. Pasienten har fått beskjed.',
    isWholeText: true,
    isBroken: ({ note, person }) => note.fom > birthdayOf(person.fodselsdato, 70)
  },
  {
    utfall: 'INVALID',
    regel: 'UKJENT_DIAGNOSEKODETYPE',
    text: 'Ukjent kodeverk er benyttet for diagnosen.',
    isBroken(asked) {
      const diagnose = hoveddiagnose(asked)
      return diagnose !== undefined && diagnose.S !== icpc2 && diagnose.S !== icd10
    }
  },
  {
    utfall: 'INVALID',
    regel: 'ICPC_2_Z_DIAGNOSE',
    text: 'Angitt hoveddiagnose (z-diagnose) gir ikke rett til sykepenger. Pasienten har fått beskjed.',
    isWholeText: true,
    isBroken(asked) {
      const diagnose = hoveddiagnose(asked)
      return diagnose?.S === icpc2 && diagnose.V?.trim().toUpperCase().startsWith('Z') === true
    }
  },
  {
    utfall: 'INVALID',
    regel: 'HOVEDDIAGNOSE_ELLER_FRAVAERSGRUNN_MANGLER',
    text: 'Hoveddiagnose eller annen lovfestet fraværsgrunn mangler.',
    isBroken: (asked) => hoveddiagnose(asked) === undefined && !hasOtherReason(asked)
  },
  {
    utfall: 'INVALID',
    regel: 'UGYLDIG_KODEVERK_FOR_HOVEDDIAGNOSE',
    text: 'Kodeverk for hoveddiagnose er feil eller mangler. Prosesskoder ikke kan benyttes for å angi diagnose.',
    isBroken: (asked) => !isDiagnosis(hoveddiagnose(asked) ?? {}) && !hasOtherReason(asked)
  },
  {
    utfall: 'INVALID',
    regel: 'UGYLDIG_KODEVERK_FOR_BIDIAGNOSE',
    text: 'Kodeverk for bidiagnose er ikke angitt eller korrekt. Prosesskoder ikke kan benyttes for å angi diagnose.',
    isBroken: ({ sykmelding }) =>
      (sykmelding.MedisinskVurdering.BiDiagnoser?.Diagnosekode ?? []).some((diagnose) => !isDiagnosis(diagnose))
  },
  {
    utfall: 'INVALID',
    regel: 'UGYLDIG_REGELSETTVERSJON',
    text: 'Feil regelsett er brukt i sykmeldingen.',
    isBroken: ({ sykmelding }) => !['', '1', '2', '3'].includes(sykmelding.RegelSettVersjon ?? '')
  },
  {
    utfall: 'INVALID',
    regel: 'BEHANDLER_FNR_ER_SAMME_SOM_PASIENT_FNR',
    text: 'Behandler fnr er det samme som pasient fnr',
    isBroken: ({ sykmelding, person }) =>
      sykmelding.Behandler.Id.some(({ Id }) => identifyPersonNumber(Id) !== undefined && Id === person.id)
  }
]

const hasOtherReason = ({ sykmelding }: Parameters<EngineRule['isBroken']>[0]) =>
  sykmelding.MedisinskVurdering.AnnenFraversArsak !== undefined

/** yyyy-mm-dd of a birthday; of who was born on 29 February it sorts before 1 March in every year. */
const birthdayOf = (born: string, age: number) => `${Number(born.slice(0, 4)) + age}${born.slice(4)}`
