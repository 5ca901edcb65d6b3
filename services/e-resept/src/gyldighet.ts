/** How long a prescription is valid at most, and what is dispensed only once, by what it is for (SAR; HDIR §4-4). */
import { type ContentOf, dayStart } from '@budstikka/meldinger'

type M1 = ContentOf<'M1'>

type Kind = {
  /** List 7180. Which codes the kinds of the sheet have is our choice; metenamin is an antiseptic, not an antibiotic. */
  readonly atc: RegExp
  readonly years: number
  readonly days: number
  /** A blue prescription of it is valid as others are. */
  readonly isShortOnWhiteOnly?: true
}

const kinds: readonly Kind[] = [
  // Hormonal contraceptives, human antibiotics, antimicrobials for animals.
  { atc: /^(G03A|G02BA|G02BB)/, years: 3, days: 0 },
  { atc: /^J01(?!XX05)/, years: 0, days: 10, isShortOnWhiteOnly: true },
  { atc: /^QJ/, years: 0, days: 5 }
]
const others = { years: 1, days: 0 }

/** Whether it says to be valid longer than what it is for may be. */
export function isGyldigForLenge(m1: M1): boolean {
  const { years, days } = kindOf(m1)
  const last = new Date(dayStart(m1.Forskrivningsdato))
  last.setUTCFullYear(last.getUTCFullYear() + years)
  last.setUTCDate(last.getUTCDate() + days)
  return dayStart(m1.Utloper) > last.getTime()
}

function kindOf({ ReseptDokLegemiddel: dok }: M1): Omit<Kind, 'atc'> {
  const atc = legemiddelOf(dok)?.Atc?.V ?? ''
  const kind = kinds.find((one) => one.atc.test(atc))
  return kind === undefined || (kind.isShortOnWhiteOnly && isBla(dok?.RefHjemmel?.V)) ? others : kind
}

/** §2, §3 and §4 of the regulation on blue prescriptions (list 7427: §5-14). */
const isBla = (hjemmel: string | undefined) => /^[234]\d\d$/.test(hjemmel ?? '')

/** Preparations of group A and B (list 7421) are dispensed once. */
export const isEngangs = ({ ReseptDokLegemiddel: dok }: M1) => ['A', 'B'].includes(reseptgruppeOf(dok) ?? '')
/** List 7421; a mixture has none. */
export const reseptgruppeOf = (dok: M1['ReseptDokLegemiddel']) => legemiddelOf(dok)?.Reseptgruppe.V

function legemiddelOf(dok: M1['ReseptDokLegemiddel']) {
  const { LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff } = dok?.Forskrivning ?? {}
  return LegemiddelMerkevare ?? Legemiddelpakning ?? LegemiddelVirkestoff
}
