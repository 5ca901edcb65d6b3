/** Why Reseptformidleren refuses a melding, as tables: code of list 7419, predicate, where the rule stands. The first broken one answers. */
import {
  type ContentOf,
  dayStart,
  type Envelope,
  identifyPersonNumber,
  type Party,
  type Refusal,
  type Register
} from '@budstikka/meldinger'
import { type Code7419, refuse7419 } from './refuse.ts'

export type Rule<Content> = {
  readonly code: Code7419
  readonly source: string
  isBroken(content: Content, about: About): boolean
}

export type About = {
  readonly envelope: Envelope
  /** Who sent it, as the register has it. */
  readonly from: Party | undefined
  readonly register: Register
  readonly now: number
  /** Business types (list 9040) and tjenester that may prescribe. */
  readonly rekvirenter: readonly string[]
}

/** The refusal of the first rule that is broken. */
export function firstBroken<Content>(
  rules: readonly Rule<Content>[],
  content: Content,
  about: About
): Refusal | undefined {
  const broken = rules.find((rule) => rule.isBroken(content, about))
  return broken && refuse7419(broken.code, broken.source)
}

const codes = 'kodeverk 7419'
const erdok = 'ERDOK; kodeverk 7419'
const dayMs = 24 * 60 * 60 * 1000

const identOf = ({ patient }: Envelope, kind: string) => patient?.idents.find((ident) => ident.kind === kind)?.id
const hasNumber = ({ envelope }: About) =>
  identOf(envelope, 'FNR') !== undefined || identOf(envelope, 'DNR') !== undefined
export const hprNummer = ({ sender }: Envelope) => sender.person?.idents.find(({ kind }) => kind === 'HPR')?.id

/** A party that prescribes: its business type, or its tjeneste, is among those that are switched on. */
const isRekvirent = ({ from, rekvirenter }: About) =>
  from !== undefined && (rekvirenter.includes(from.organisation.businessType) || rekvirenter.includes(from.tjeneste))

/** Pharmacies (108) and bandagists (109). */
export const isUtleverer = ({ from }: About) => ['108', '109'].includes(from?.organisation.businessType ?? '')

/** List 7427: which legal basis a medicine may have, and that of goods. */
const legemiddelHjemler = ['200', '300', '301', '302', '400', '800', '950']
const isHandelsvareHjemmel = (code: string) => /^[56]\d\d$/.test(code)

type M1 = ContentOf<'M1'>
const isLocked = ({ LastResept }: M1) => isTrue(LastResept)
const isForPraksis = ({ RekvLegensNavn, TilEgenPraksis }: M1) => isTrue(RekvLegensNavn) || isTrue(TilEgenPraksis)
/** xs:boolean. */
export const isTrue = (text: string | undefined) => text === 'true' || text === '1'

/** Of whatever a prescriber sends and asks. */
export const rekvirentRules: readonly Rule<unknown>[] = [
  { code: 377, source: codes, isBroken: (_sent, about) => !isRekvirent(about) },
  { code: 6, source: codes, isBroken: (_sent, { envelope }) => !hprNummer(envelope) },
  { code: 19, source: erdok, isBroken: (_sent, { envelope }) => hprNummer(envelope)?.length !== 9 }
]

export const m1Rules: readonly Rule<M1>[] = [
  ...rekvirentRules,
  { code: 213, source: codes, isBroken: (_m1, { envelope }) => !envelope.sender.person?.familyName },
  { code: 214, source: codes, isBroken: (_m1, { envelope }) => !envelope.sender.person?.givenName },
  { code: 111, source: erdok, isBroken: (_m1, { envelope }) => hasFnr(envelope) && hasBirthDate(envelope) },
  { code: 112, source: erdok, isBroken: (_m1, { envelope }) => hasDnr(envelope) && !hasBirthDate(envelope) },
  { code: 261, source: codes, isBroken: (_m1, { envelope }) => hasDnr(envelope) && !envelope.patient?.sex },
  {
    code: 115,
    source: erdok,
    isBroken: (_m1, { envelope }) => numbersOf(envelope).some((id) => !identifyPersonNumber(id))
  },
  {
    code: 269,
    source: codes,
    isBroken: (m1, about) => isTrue(m1.RekvLegensNavn) && (!isLocked(m1) || hasNumber(about))
  },
  {
    code: 270,
    source: codes,
    isBroken: (m1, about) => isTrue(m1.TilEgenPraksis) && (!isLocked(m1) || hasNumber(about))
  },
  { code: 60, source: codes, isBroken: (m1, about) => !hasNumber(about) && !m1.RefNr },
  { code: 258, source: codes, isBroken: (m1) => isLocked(m1) && !m1.RefNr },
  {
    code: 113,
    source: erdok,
    isBroken: (m1, about) => !hasNumber(about) && !isForPraksis(m1) && !hasBirthDate(about.envelope)
  },
  {
    code: 260,
    source: codes,
    isBroken: (m1, about) => !hasNumber(about) && !isForPraksis(m1) && !about.envelope.patient?.sex
  },
  { code: 162, source: codes, isBroken: (m1, { envelope }) => !isForPraksis(m1) && !envelope.patient?.givenName },
  { code: 163, source: codes, isBroken: (m1, { envelope }) => !isForPraksis(m1) && !envelope.patient?.familyName },
  { code: 110, source: codes, isBroken: (m1) => isTrue(m1.Vergeinnsynsreservasjon) && !isLocked(m1) },
  // A day's grace for who writes in another time zone: our choice.
  { code: 79, source: codes, isBroken: (m1, { now }) => !(dayStart(m1.Forskrivningsdato) <= now + dayMs) },
  { code: 320, source: codes, isBroken: (m1) => m1.Utloper < m1.Forskrivningsdato },
  {
    code: 262,
    source: codes,
    isBroken: ({ ReseptDokLegemiddel: { RefHjemmel } = {} }) =>
      RefHjemmel?.V !== undefined && !legemiddelHjemler.includes(RefHjemmel.V)
  },
  {
    code: 263,
    source: codes,
    isBroken: ({ ReseptDokHandelsvare: { RefHjemmel } = {} }) =>
      RefHjemmel?.V !== undefined && !isHandelsvareHjemmel(RefHjemmel.V)
  },
  { code: 259, source: codes, isBroken: (m1) => m1.ReseptDokLegemiddel?.Forskrivning.Legemiddeldose !== undefined },
  { code: 355, source: codes, isBroken: (m1) => m1.ReseptDokHandelsvare?.Brystprotese !== undefined },
  { code: 8, source: codes, isBroken: ({ EkspAnm }) => EkspAnm?.Utleverer === '' },
  { code: 122, source: codes, isBroken: ({ EkspAnm }) => EkspAnm !== undefined && !isTrue(EkspAnm.Vilkar) },
  {
    code: 30,
    source: codes,
    isBroken: ({ EkspAnm }, { register }) => EkspAnm !== undefined && !register.party(EkspAnm.Utleverer)
  },
  {
    code: 118,
    source: erdok,
    isBroken: ({ EkspAnm, ReseptDokLegemiddel }, { register }) =>
      EkspAnm !== undefined &&
      ReseptDokLegemiddel !== undefined &&
      register.party(EkspAnm.Utleverer)?.organisation.businessType === '109'
  },
  {
    code: 129,
    source: erdok,
    isBroken: ({ EkspAnm }, { register }) =>
      EkspAnm !== undefined && register.party(EkspAnm.Utleverer)?.organisation.businessType !== '108'
  }
]

const hasFnr = (envelope: Envelope) => identOf(envelope, 'FNR') !== undefined
const hasDnr = (envelope: Envelope) => identOf(envelope, 'DNR') !== undefined
const hasBirthDate = ({ patient }: Envelope) => patient?.dateOfBirth !== undefined
const numbersOf = (envelope: Envelope) => ['FNR', 'DNR'].flatMap((kind) => identOf(envelope, kind) ?? [])

export const m5Rules: readonly Rule<ContentOf<'M5'>>[] = [
  { code: 377, source: codes, isBroken: (_m5, about) => !isRekvirent(about) },
  { code: 3, source: codes, isBroken: (m5) => m5.ReseptId === '' }
]

export const m241Rules: readonly Rule<ContentOf<'M24.1'>>[] = [
  { code: 377, source: codes, isBroken: (_m241, about) => !isRekvirent(about) },
  { code: 115, source: erdok, isBroken: (_m241, about) => !hasNumber(about) }
]

export const m10Rules: readonly Rule<ContentOf<'M10'>>[] = [
  { code: 378, source: codes, isBroken: (_m10, about) => !isUtleverer(about) },
  { code: 124, source: erdok, isBroken: (m10) => isTrue(m10.Utlevering.Annullering) && isKansellert(m10) },
  { code: 66, source: erdok, isBroken: (m10) => isKansellert(m10) && isAvsluttet(m10) },
  { code: 67, source: codes, isBroken: (m10) => isKansellert(m10) && (m10.Utlevering.Intervensjon ?? []).length > 0 },
  {
    code: 356,
    source: codes,
    isBroken: (m10) => !isKansellert(m10) && !m10.Utlevering.ReseptDokLegemiddel && !m10.Utlevering.ReseptDokHandelsvare
  },
  {
    code: 265,
    source: codes,
    isBroken: (m10) => !isKansellert(m10) && antallOf(m10) !== undefined && !(Number(antallOf(m10)) > 0)
  }
]

export const isKansellert = ({ Kanselleringskode }: ContentOf<'M10'>) => Kanselleringskode !== undefined
/** List 1101: 1 is yes. */
export const isAvsluttet = ({ Utlevering }: ContentOf<'M10'>) => Utlevering.Avsluttet?.V === '1'
export const antallOf = ({ Utlevering }: ContentOf<'M10'>) =>
  Utlevering.ReseptDokLegemiddel?.Antall ?? Utlevering.ReseptDokHandelsvare?.Antall

/** Of M9.1 and M9.3. */
export const utlevererRules: readonly Rule<unknown>[] = [
  { code: 378, source: codes, isBroken: (_asked, about) => !isUtleverer(about) }
]

/** Of M9.5 and M9.7; in M9.11 any whole number will do. */
export const sokRules: readonly Rule<{ readonly Komprimering: string }>[] = [
  { code: 267, source: codes, isBroken: ({ Komprimering }) => !/^\d+$/.test(Komprimering) }
]
