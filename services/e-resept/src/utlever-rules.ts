/** Why a report (M10) is refused, whatever the prescription stands at. */
import { type ContentOf, type CV, isEReseptCode, oidOf } from '@budstikka/meldinger'
import { codes, erdok, isTrue, jaNeiRule, reseptIdRule, type Rule, utlevererRules } from './rules.ts'

type M10 = ContentOf<'M10'>

export const m10Rules: readonly Rule<M10>[] = [
  ...utlevererRules,
  // What a paper prescription is called is no matter of ours.
  {
    ...reseptIdRule,
    isBroken: (m10, about) => !isTrue(m10.Papirresept) && reseptIdRule.isBroken(m10.Utlevering, about)
  },
  jaNeiRule((m10) => m10.Utlevering.Avsluttet),
  {
    code: 320,
    source: 'kodeverk 7411',
    text: 'Kanselleringskode skal være fra kodeverk 7411',
    isBroken: (m10) => isKansellert(m10) && !isEReseptCode('7411', m10.Kanselleringskode?.V)
  },
  {
    code: 320,
    source: 'kodeverk 7412',
    text: 'Intervensjon skal ha en kode fra kodeverk 7412',
    isBroken: ({ Utlevering: { Intervensjon = [] } }) =>
      Intervensjon.some(({ Kode }) => Kode !== undefined && !isEReseptCode('7412', Kode.V))
  },
  { code: 124, source: erdok, isBroken: (m10) => isTrue(m10.Utlevering.Annullering) && isKansellert(m10) },
  { code: 66, source: erdok, isBroken: (m10) => isKansellert(m10) && isAvsluttet(m10) },
  { code: 67, source: codes, isBroken: (m10) => isKansellert(m10) && (m10.Utlevering.Intervensjon ?? []).length > 0 },
  {
    code: 356,
    source: codes,
    isBroken: (m10) => !isKansellert(m10) && !m10.Utlevering.ReseptDokLegemiddel && !m10.Utlevering.ReseptDokHandelsvare
  },
  { code: 264, source: codes, isBroken: (m10) => !isKansellert(m10) && !isVare(m10) },
  { code: 276, source: codes, isBroken: (m10) => !isKansellert(m10) && Number(antallOf(m10) ?? 0) < 0 },
  { code: 265, source: codes, isBroken: (m10) => !isKansellert(m10) && !hasAntall(m10) },
  {
    code: 132,
    source: 'kodeverk 7419; kodeverk 7452; kodeverk 7484',
    isBroken: ({ Utlevering: { ReseptDokLegemiddel: dok } }) =>
      (dok?.Forskrivning.Legemiddelpakning?.PakningsinfoResept ?? []).some(({ EnhetPakning }) => !isEnhet(EnhetPakning))
  }
]

export const isKansellert = ({ Kanselleringskode }: M10) => Kanselleringskode !== undefined
/** List 1101: 1 is yes. */
export const isAvsluttet = ({ Utlevering }: M10) => Utlevering.Avsluttet?.V === '1'
export const antallOf = ({ Utlevering }: M10) =>
  Utlevering.ReseptDokLegemiddel?.Antall ?? Utlevering.ReseptDokHandelsvare?.Antall

/** The official examples write units of list 7484 in M10, and of 7452 elsewhere; without its list a code is of 7452. */
const isEnhet = ({ V, S = oidOf('7452') }: CV) =>
  (['7452', '7484'] as const).some((list) => S === oidOf(list) && isEReseptCode(list, V))

/** What can be dispensed: a medicine prescribed by brand or substance is dispensed as a package. */
const isVare = ({ Utlevering: { ReseptDokLegemiddel: legemiddel, ReseptDokHandelsvare: handelsvare } }: M10) =>
  (legemiddel?.Forskrivning.Legemiddelpakning ??
    legemiddel?.Forskrivning.Legemiddelblanding ??
    handelsvare?.Naringsmiddel ??
    handelsvare?.MedForbMatr) !== undefined

/** Of a mixture the quantity may be told instead (M1, Mengde). */
function hasAntall(m10: M10): boolean {
  const antall = antallOf(m10)
  const isBlanding = m10.Utlevering.ReseptDokLegemiddel?.Forskrivning.Legemiddelblanding !== undefined
  return antall === undefined ? isBlanding : Number(antall) > 0
}
