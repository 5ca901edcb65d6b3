/** Why a prescription that asks one pharmacy to dispense it (EkspAnm) is refused: then nobody is asked (M21). ERDOK, M21. */
import { type ContentOf, type EkspAnm, isEReseptCode } from '@budstikka/meldinger'
import { resolveParty } from '@budstikka/service'
import { type About, apotek, bandasjist, codes, erdok, isTrue, type Rule } from './rules.ts'

type M1 = ContentOf<'M1'>

/** Which codes say that the receiver has no agreement or is closed, the sheet does not tell: 145 and 129 are our reading of their names. */
export const ekspAnmRules: readonly Rule<M1>[] = [
  asking(8, codes, ({ Utleverer }) => Utleverer === ''),
  asking(122, codes, ({ Vilkar }) => !isTrue(Vilkar)),
  asking(320, codes, ({ MetodeEkspedering }) => !isEReseptCode('7404', MetodeEkspedering.V)),
  asking(30, codes, ({ Utleverer }, { register }) => register.party(Utleverer) === undefined),
  asking(118, erdok, (ekspAnm, about, m1) => isLegemiddel(m1) && typeOf(ekspAnm, about) === bandasjist),
  asking(129, erdok, (ekspAnm, about) => ![apotek, bandasjist].some((one) => one === typeOf(ekspAnm, about))),
  asking(129, codes, ({ Utleverer }, { register }) => resolveParty(register, Utleverer).type !== 'open'),
  asking(304, erdok, ({ Utleverer }, { rfAdmin }) => rfAdmin.svartelistede.includes(Utleverer)),
  asking(145, erdok, ({ Utleverer }, { rfAdmin }) => rfAdmin.utenCpa.includes(Utleverer))
]

/** A rule on who is asked, where anybody is. */
function asking(
  code: Rule<M1>['code'],
  source: string,
  isBroken: (ekspAnm: EkspAnm, about: About, m1: M1) => boolean
): Rule<M1> {
  return { code, source, isBroken: (m1, about) => m1.EkspAnm !== undefined && isBroken(m1.EkspAnm, about, m1) }
}

const isLegemiddel = ({ ReseptDokLegemiddel }: M1) => ReseptDokLegemiddel !== undefined
/** List 9040. */
const typeOf = ({ Utleverer }: EkspAnm, { register }: About) => register.party(Utleverer)?.organisation.businessType
