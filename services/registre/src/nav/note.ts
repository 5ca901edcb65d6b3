/** A sick note as the rules look at it: from when to when, when the patient was seen, and for what. */
import type { Sykmelding } from '@budstikka/meldinger'

export type Periode = NonNullable<Sykmelding['Aktivitet']>['Periode'][number]

export type Note = {
  /** In order of their first day. */
  readonly perioder: readonly Periode[]
  /** yyyy-mm-dd: the first and last day of all periods, and the day when the patient was treated. */
  readonly fom: string
  readonly tom: string
  readonly behandlet: string
  /** Code; empty where another reason is given. */
  readonly hoveddiagnose: string
  /** ICD-10 (7110) is what hospitals write (navikt/syfosmregler). */
  readonly erFraSpesialist: boolean
}

/** Undefined for one without periods. */
export function noteOf({ Aktivitet, KontaktMedPasient, MedisinskVurdering }: Sykmelding): Note | undefined {
  const perioder = (Aktivitet?.Periode ?? []).toSorted((one, other) => fomOf(one).localeCompare(fomOf(other)))
  const [first] = perioder
  if (first === undefined) return undefined
  const { V: hoveddiagnose = '', S = '' } = MedisinskVurdering.HovedDiagnose?.Diagnosekode ?? {}
  return {
    perioder,
    fom: fomOf(first),
    tom: perioder.map(tomOf).reduce((one, other) => (other > one ? other : one)),
    behandlet: dayOf(KontaktMedPasient.BehandletDato),
    hoveddiagnose,
    erFraSpesialist: S.endsWith('.7110')
  }
}

export const fomOf = ({ PeriodeFOMDato }: Periode) => dayOf(PeriodeFOMDato)
export const tomOf = ({ PeriodeTOMDato }: Periode) => dayOf(PeriodeTOMDato)
/** xs:date may have a time zone, and xs:dateTime has a time. */
const dayOf = (value: string) => value.trim().slice(0, 10)

const dayMs = 86_400_000
/** Days from one day to another, yyyy-mm-dd both; negative backwards. */
export const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
