/** What NAV rejects a sick note for before its rule engine sees it, as its receiving system says it in a negative AppRec. */
import type { Sykmelding } from '@budstikka/meldinger'

export type Asked = {
  readonly sykmelding: Sykmelding
  /** Whether the patient is in the population register. */
  readonly isKnown: boolean
  /** Whether the doctor is, who may be told by HPR number alone. */
  readonly isDoctorKnown: boolean
  /** Whether the same content came before. */
  readonly isRepeated: boolean
}
type Rule = { readonly text: string; isBroken(asked: Asked): boolean }
type Code = { readonly V?: string | undefined; readonly S?: string | undefined; readonly DN?: string | undefined }
type Arsak = { readonly Arsakskode?: readonly Code[] | undefined } | undefined

/** Codes of lists 8131 and 8132, and those that NAV names for medical reasons. */
const fravarsarsaker = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']
const medisinskeArsaker = ['1', '2', '3', '9']
const arbeidsplassarsaker = ['1', '9']
/** List 8130. */
const arbeidsgivere = ['1', '2', '3']

/** The reasons of navikt/syfosmmottak in its words, but where it has none that is marked; in order, and the first that is broken is told. */
export const mottaksregler: readonly Rule[] = [
  {
    text: 'Sykmeldingen er avvist fordi den er identisk med en allerede mottatt sykmelding (duplikat), og den kan derfor ikke sendes på nytt.',
    isBroken: ({ isRepeated }) => isRepeated
  },
  { text: 'Pasienten er ikke registrert i folkeregisteret', isBroken: ({ isKnown }) => !isKnown },
  { text: 'Behandler er ikke registrert i folkeregisteret', isBroken: ({ isDoctorKnown }) => !isDoctorKnown },
  {
    text: 'Ingen perioder er oppgitt i sykmeldingen.',
    isBroken: ({ sykmelding }) => sykmelding.Aktivitet === undefined
  },
  {
    text: 'Sykmeldingen inneholder en eller flere perioder uten type (100%, gradert, reisetilskudd, avventende eller behandlingsdager).',
    isBroken: ({ sykmelding }) =>
      (sykmelding.Aktivitet?.Periode ?? []).some(({ Reisetilskudd }) => isFalse(Reisetilskudd))
  },
  ...lacking(({ BiDiagnoser }) => BiDiagnoser?.Diagnosekode ?? [], {
    V: 'Diagnosekode på bidiagnose mangler',
    S: 'Diagnosekodeverk på bidiagnose mangler. Kontakt din EPJ-leverandør',
    DN: 'Diagnosekode beskrivelse på bidiagnose mangler. Kontakt din EPJ-leverandør'
  }),
  {
    text: 'Fødselsnummer/d-nummer/Hpr-nummer på behandler mangler',
    isBroken: ({ sykmelding }) =>
      !sykmelding.Behandler.Id.some(({ Id, TypeId }) => Id !== '' && ['FNR', 'DNR', 'HPR'].includes(TypeId.V ?? ''))
  },
  ...lacking(({ HovedDiagnose }) => (HovedDiagnose ? [HovedDiagnose.Diagnosekode] : []), {
    V: 'Diagnosekode for hoveddiagnose mangler i sykmeldingen. Kontakt din EPJ-leverandør',
    // Our words: this reason NAV leaves to its rule engine.
    S: 'Diagnosekodeverk for hoveddiagnose mangler i sykmeldingen. Kontakt din EPJ-leverandør',
    DN: 'Diagnosekode beskrivelse for hoveddiagnose mangler i sykmeldingen. Kontakt din EPJ-leverandør'
  }),
  {
    text: 'MedisinskeArsaker Arsakskode V i sykmeldingen har ugyldig verdi. Gyldige verdier er 1,2,3,9.',
    isBroken: ({ sykmelding }) =>
      periods(sykmelding).some((one) => isUnknown(one?.MedisinskeArsaker, medisinskeArsaker))
  },
  {
    text: 'ArbeidsplassenArsaker Arsakskode V i sykmeldingen har ugyldig verdi. Gyldige verdier er 1 og 9.',
    isBroken: ({ sykmelding }) => periods(sykmelding).some((one) => isUnknown(one?.Arbeidsplassen, arbeidsplassarsaker))
  },
  {
    text: 'AnnenFravers Arsakskode V mangler i sykmeldingen.',
    isBroken: ({ sykmelding }) => isUnknown(sykmelding.MedisinskVurdering.AnnenFraversArsak, fravarsarsaker)
  },
  {
    // Our words.
    text: 'Det må stå om pasienten har arbeidsgiver',
    isBroken: ({ sykmelding }) => !arbeidsgivere.includes(sykmelding.Arbeidsgiver.HarArbeidsgiver.V ?? '')
  }
]

type Vurdering = Sykmelding['MedisinskVurdering']

function lacking(
  codesIn: (vurdering: Vurdering) => readonly Code[],
  texts: Readonly<Record<'V' | 'S' | 'DN', string>>
): readonly Rule[] {
  return (['V', 'S', 'DN'] as const).map((part) => ({
    text: texts[part],
    isBroken: ({ sykmelding }) => codesIn(sykmelding.MedisinskVurdering).some((code) => (code[part] ?? '') === '')
  }))
}

/** Of the five types a period says one (the schema); that it is none by this one is no type. */
const isFalse = (value: string | undefined) => ['false', '0'].includes(value?.trim() ?? '')

const periods = ({ Aktivitet }: Sykmelding) =>
  (Aktivitet?.Periode ?? []).map(({ AktivitetIkkeMulig }) => AktivitetIkkeMulig)

const isUnknown = (arsak: Arsak, known: readonly string[]) =>
  (arsak?.Arsakskode ?? []).some(({ V }) => !known.includes(V?.trim() ?? ''))
