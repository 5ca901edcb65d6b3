/** Why a report (M10) is refused, whatever the prescription stands at. */
import type { ContentOf } from '@budstikka/meldinger'
import { codes, erdok, isTrue, type Rule, utlevererRules } from './rules.ts'

type M10 = ContentOf<'M10'>

export const m10Rules: readonly Rule<M10>[] = [
  ...utlevererRules,
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
  { code: 265, source: codes, isBroken: (m10) => !isKansellert(m10) && !hasAntall(m10) }
]

export const isKansellert = ({ Kanselleringskode }: M10) => Kanselleringskode !== undefined
/** List 1101: 1 is yes. */
export const isAvsluttet = ({ Utlevering }: M10) => Utlevering.Avsluttet?.V === '1'
export const antallOf = ({ Utlevering }: M10) =>
  Utlevering.ReseptDokLegemiddel?.Antall ?? Utlevering.ReseptDokHandelsvare?.Antall

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
