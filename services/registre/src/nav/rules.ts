/** What NAV rejects a sick note for, as its receiving system says it in a negative AppRec. */
import type { Sykmelding } from '@budstikka/meldinger'

export type Asked = {
  readonly sykmelding: Sykmelding
  /** Whether the patient is in the population register. */
  readonly isKnown: boolean
  /** Whether the same content came before. */
  readonly isRepeated: boolean
}
type Rule = { readonly text: string; isBroken(asked: Asked): boolean }
type Code = { readonly V?: string | undefined; readonly S?: string | undefined; readonly DN?: string | undefined }

const isWhole = ({ V, S, DN }: Code) => [V, S, DN].every((part) => part !== undefined && part !== '')
/** Codes of lists 8130, 8131 and 8132. */
const arbeidsgivere = ['1', '2', '3']
const fravarsarsaker = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']
const arbeidsplassarsaker = ['1', '9']

/** navikt/syfosmmottak; in order, and the first that is broken gives the answer. The rule engine behind it is not played. */
export const sykmeldingRules: readonly Rule[] = [
  { text: 'Sykmeldingen er mottatt før', isBroken: ({ isRepeated }) => isRepeated },
  { text: 'Pasienten finnes ikke i Folkeregisteret', isBroken: ({ isKnown }) => !isKnown },
  {
    text: 'Sykmeldingen har ingen periode',
    isBroken: ({ sykmelding }) => sykmelding.Aktivitet === undefined
  },
  {
    text: 'Hoveddiagnose eller bidiagnose mangler kode, kodeverk eller navn',
    isBroken: ({ sykmelding: { MedisinskVurdering } }) => {
      const main = MedisinskVurdering.HovedDiagnose?.Diagnosekode
      return [...(main ? [main] : []), ...(MedisinskVurdering.BiDiagnoser?.Diagnosekode ?? [])].some(
        (code) => !isWhole(code)
      )
    }
  },
  {
    text: 'Behandler må ha fødselsnummer eller HPR-nummer',
    isBroken: ({ sykmelding }) =>
      !sykmelding.Behandler.Id.some(({ Id, TypeId }) => Id !== '' && ['FNR', 'DNR', 'HPR'].includes(TypeId.V ?? ''))
  },
  {
    text: 'Årsakskoden finnes ikke',
    isBroken: ({ sykmelding: { MedisinskVurdering, Aktivitet } }) => {
      const absence = MedisinskVurdering.AnnenFraversArsak?.Arsakskode ?? []
      const atWork = (Aktivitet?.Periode ?? []).flatMap(
        ({ AktivitetIkkeMulig }) => AktivitetIkkeMulig?.Arbeidsplassen?.Arsakskode ?? []
      )
      const isNone = (known: readonly string[]) => (code: Code) => !known.includes(code.V?.trim() ?? '')
      return absence.some(isNone(fravarsarsaker)) || atWork.some(isNone(arbeidsplassarsaker))
    }
  },
  {
    text: 'Det må stå om pasienten har arbeidsgiver',
    isBroken: ({ sykmelding }) => !arbeidsgivere.includes(sykmelding.Arbeidsgiver.HarArbeidsgiver.V ?? '')
  }
]
