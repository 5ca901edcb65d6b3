/** Why a prescription (M1) is refused, whatever is known of its patient's others. */
import {
  ageAt,
  birthDateOf,
  type ContentOf,
  dayStart,
  type Envelope,
  identifyPersonNumber,
  isEReseptCode,
  type ReseptDokHandelsvare,
  yearsSince
} from '@budstikka/meldinger'
import { ekspAnmRules } from './ekspanm-rules.ts'
import { isEngangs, isGyldigForLenge, reseptgruppeOf } from './gyldighet.ts'
import { type About, codes, erdok, hasIdent, hasNumber, isJaNei, isTrue, rekvirentRules, type Rule } from './rules.ts'

const dayMs = 24 * 60 * 60 * 1000

/** List 7427: which legal basis a medicine may have, and that of goods. */
const legemiddelHjemler = ['200', '300', '301', '302', '400', '800', '950']
/** §2: the list of refunds has a code for each use, so one is named. Of the others the sheets do not say whether it may be blank. */
const forhandsgodkjent = '200'

type M1 = ContentOf<'M1'>
const isLocked = ({ LastResept }: M1) => isTrue(LastResept)
const isForPraksis = ({ RekvLegensNavn, TilEgenPraksis }: M1) => isTrue(RekvLegensNavn) || isTrue(TilEgenPraksis)

export const m1Rules: readonly Rule<M1>[] = [
  ...rekvirentRules,
  { code: 213, source: codes, isBroken: (_m1, { envelope }) => !envelope.sender.person?.familyName },
  { code: 214, source: codes, isBroken: (_m1, { envelope }) => !envelope.sender.person?.givenName },
  { code: 275, source: codes, isBroken: (_m1, { envelope }) => hasFnr(envelope) && hasDnr(envelope) },
  { code: 111, source: erdok, isBroken: (_m1, { envelope }) => hasFnr(envelope) && hasBirthDate(envelope) },
  { code: 112, source: erdok, isBroken: (_m1, { envelope }) => hasDnr(envelope) && !hasBirthDate(envelope) },
  { code: 261, source: codes, isBroken: (_m1, { envelope }) => hasDnr(envelope) && !envelope.patient?.sex },
  {
    code: 115,
    source: erdok,
    isBroken: (_m1, { envelope }) => numbersOf(envelope).some((id) => !identifyPersonNumber(id))
  },
  // Every synthetic number is somebody's, but not before they are born: our choice.
  {
    code: 287,
    source: codes,
    isBroken: (_m1, { envelope, now }) => numbersOf(envelope).some((id) => (ageAt(id, now) ?? 0) < 0)
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
  { code: 110, source: erdok, isBroken: (m1) => isTrue(m1.Vergeinnsynsreservasjon) && !isLocked(m1) },
  {
    code: 110,
    source: 'SAR; kodeverk 7419',
    text: 'Pasienten må være mellom 12 og 16 år',
    isBroken: (m1, about) => isTrue(m1.Vergeinnsynsreservasjon) && !isVergeinnsynForAlder(about)
  },
  // A day's grace for who writes in another time zone: our choice.
  { code: 79, source: codes, isBroken: (m1, { now }) => !(dayStart(m1.Forskrivningsdato) <= now + dayMs) },
  { code: 320, source: codes, isBroken: (m1) => dayStart(m1.Utloper) < dayStart(m1.Forskrivningsdato) },
  {
    code: 320,
    source: 'SAR; HDIR §4-4',
    text: 'Utloper er senere enn resepten kan være gyldig',
    isBroken: isGyldigForLenge
  },
  {
    code: 320,
    source: 'SAR; HDIR §4-4',
    text: 'Preparater i gruppe A og B utleveres én gang: Reiterasjon skal være 0',
    isBroken: (m1) => isEngangs(m1) && Number(m1.ReseptDokLegemiddel?.Reiterasjon) > 0
  },
  {
    code: 320,
    source: 'SAR R0908',
    text: 'Reiterasjon er antall utleveringer i tillegg til den første: 0 eller flere',
    isBroken: (m1) => Number(m1.ReseptDokLegemiddel?.Reiterasjon ?? 0) < 0
  },
  { code: 210, source: erdok, isBroken: (m1) => reseptgruppeOf(m1.ReseptDokLegemiddel) === 'K' },
  {
    code: 262,
    source: codes,
    isBroken: ({ ReseptDokLegemiddel: { RefHjemmel } = {} }) =>
      RefHjemmel?.V !== undefined && !legemiddelHjemler.includes(RefHjemmel.V)
  },
  { code: 263, source: 'kodeverk 7419; kodeverk 7427', isBroken: (m1) => !isHjemmelOfVare(m1.ReseptDokHandelsvare) },
  {
    code: 274,
    source: 'kodeverk 7419; kodeverk 7427',
    isBroken: ({ ReseptDokHandelsvare: { RefHjemmel } = {} }) =>
      RefHjemmel?.V !== undefined && !isEReseptCode('7427', RefHjemmel.V)
  },
  { code: 291, source: codes, isBroken: (m1) => !isJaNei(m1.ReseptDokLegemiddel?.BytteresRekvirent) },
  {
    code: 277,
    source: codes,
    isBroken: ({ ReseptDokLegemiddel: { RefHjemmel, RefKode } = {} }) =>
      RefHjemmel?.V === forhandsgodkjent && !RefKode?.V
  },
  {
    code: 310,
    source: 'SAR (CV); kodeverk 7419',
    isBroken: ({ ReseptDokLegemiddel: { RefKode } = {} }) =>
      RefKode !== undefined && !(RefKode.V && RefKode.S && RefKode.DN)
  },
  { code: 259, source: codes, isBroken: (m1) => m1.ReseptDokLegemiddel?.Forskrivning.Legemiddeldose !== undefined },
  { code: 355, source: codes, isBroken: (m1) => m1.ReseptDokHandelsvare?.Brystprotese !== undefined },
  ...ekspAnmRules
]

/** §5 is for supplies, §6 for nutrition; of what names only its group either will do. */
function isHjemmelOfVare({ RefHjemmel, Naringsmiddel, MedForbMatr }: Partial<ReseptDokHandelsvare> = {}): boolean {
  if (RefHjemmel?.V === undefined) return true
  const first = RefHjemmel.V.at(0) ?? ''
  return /^\d{3}$/.test(RefHjemmel.V) && (Naringsmiddel ? '6' : MedForbMatr ? '5' : '56').includes(first)
}

const hasFnr = (envelope: Envelope) => hasIdent(envelope, 'FNR')
const hasDnr = (envelope: Envelope) => hasIdent(envelope, 'DNR')
const hasBirthDate = ({ patient }: Envelope) => patient?.dateOfBirth !== undefined
const numbersOf = ({ patient }: Envelope) =>
  (patient?.idents ?? []).flatMap(({ kind, id }) => (kind === 'FNR' || kind === 'DNR' ? [id] : []))
/** yyyy-mm-dd; where no number tells it, as it was written. */
const birthDateIn = (envelope: Envelope) =>
  numbersOf(envelope).flatMap((id) => birthDateOf(id) ?? [])[0] ?? envelope.patient?.dateOfBirth

/** From 12 to 16, both included: our reading of the sheet's 12–16. Whose age cannot be told is not refused for it. */
function isVergeinnsynForAlder({ envelope, now }: About): boolean {
  const born = birthDateIn(envelope)
  const age = born === undefined ? undefined : yearsSince(born, now)
  return age === undefined || (age >= 12 && age <= 16)
}
