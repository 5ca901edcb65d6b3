/** Why Reseptformidleren refuses a melding, as tables: code of list 7419, predicate, where the rule stands. The first broken one answers. */
import {
  type ContentOf,
  type CS,
  type Envelope,
  formatNamed,
  isEReseptCode,
  isPersonIdKind,
  isUuid,
  type Melding,
  type Party,
  type Refusal,
  type Register
} from '@budstikka/meldinger'
import { type Code7419, refuse7419 } from './refuse.ts'

export type Rule<Content> = {
  readonly code: Code7419
  readonly source: string
  /** What the code's name does not say, for the sender. */
  readonly text?: string
  isBroken(content: Content, about: About): boolean
}

/** What Reseptformidleren has registered of those who use it (RFAdmin, as list 7419 calls it): see config.ts. */
export type RFAdmin = {
  /** Business types (list 9040) and tjenester that may prescribe. */
  readonly rekvirenter: readonly string[]
  /** HER-ids of those who dispense that are sent no M21. */
  readonly svartelistede: readonly string[]
  /** HER-ids of those without an agreement (CPA). */
  readonly utenCpa: readonly string[]
}

export type About = {
  readonly envelope: Envelope
  /** Who sent it, as the register has it. */
  readonly from: Party | undefined
  readonly register: Register
  readonly now: number
  readonly rfAdmin: RFAdmin
}

/** The refusal of the first rule that is broken. */
export function firstBroken<Content>(
  rules: readonly Rule<Content>[],
  content: Content,
  about: About
): Refusal | undefined {
  const broken = rules.find((rule) => rule.isBroken(content, about))
  return broken && refuse7419(broken.code, broken.source, broken.text)
}

export const codes = 'kodeverk 7419'
export const erdok = 'ERDOK; kodeverk 7419'

export const hasIdent = ({ patient }: Envelope, kind: 'FNR' | 'DNR') =>
  patient?.idents.some((ident) => ident.kind === kind) === true
export const hasNumber = ({ envelope }: About) => hasIdent(envelope, 'FNR') || hasIdent(envelope, 'DNR')
export const hprNummer = ({ sender }: Envelope) => sender.person?.idents.find(({ kind }) => kind === 'HPR')?.id

/** A party that prescribes: its business type, or its tjeneste, is among those that are switched on. */
const isRekvirent = ({ from, rfAdmin: { rekvirenter } }: About) =>
  from !== undefined && (rekvirenter.includes(from.organisation.businessType) || rekvirenter.includes(from.tjeneste))

/** Pharmacies and bandagists (list 9040). */
export const [apotek, bandasjist] = ['108', '109'] as const
export const isUtleverer = ({ from }: About) =>
  [apotek, bandasjist].some((one) => one === from?.organisation.businessType)

/** xs:boolean. */
export const isTrue = (text: string | undefined) => text === 'true' || text === '1'

/** The sender names its organisation number (SAR, examples: ENH and HER). */
const utenOrgNr: Rule<unknown> = {
  code: 317,
  source: codes,
  isBroken: (_sent, { envelope }) =>
    !envelope.sender.organisation.idents.some(({ kind, id }) => kind === 'ENH' && id !== '')
}

/** Of whom it is about, who may have two passports, but none twice. */
const pasientRules: readonly Rule<unknown>[] = [
  {
    code: 283,
    source: 'kodeverk 7419; kodeverk 8116',
    isBroken: (_sent, { envelope }) => identsOf(envelope).some(({ kind }) => !isPersonIdKind(kind))
  },
  {
    code: 217,
    source: codes,
    isBroken: (_sent, { envelope }) =>
      identsOf(envelope).some(
        ({ kind, id }, index, all) => all.findIndex((one) => one.kind === kind && one.id === id) < index
      )
  }
]
const identsOf = ({ patient }: Envelope) => patient?.idents ?? []

/** The type of the envelope is that of what it holds (list 8279); official examples write ERM041 and ERM042 for ERM41 and ERM42. */
export function refuseType({ envelope, payload }: Melding): Refusal | undefined {
  const types = formatNamed(payload.format, payload.version)?.types ?? {}
  const type = envelope.type.replace(/^ERM0(4[12])$/, 'ERM$1')
  return Object.hasOwn(types, type) ? undefined : refuse7419(303, 'kodeverk 7419; kodeverk 8279')
}

/** Of whatever a prescriber sends and asks. */
export const rekvirentRules: readonly Rule<unknown>[] = [
  { code: 377, source: codes, isBroken: (_sent, about) => !isRekvirent(about) },
  utenOrgNr,
  ...pasientRules,
  { code: 6, source: codes, isBroken: (_sent, { envelope }) => !hprNummer(envelope) },
  { code: 19, source: erdok, isBroken: (_sent, { envelope }) => hprNummer(envelope)?.length !== 9 }
]

/** A ReseptId is the MsgId of an M1, which is a UUID. */
export const reseptIdRule: Rule<{ readonly ReseptId?: string | undefined }> = {
  code: 272,
  source: 'kodeverk 7419; ERDOK',
  isBroken: ({ ReseptId }) => ReseptId !== undefined && !isUuid(ReseptId)
}

/** List 1101: what is answered by yes or no, where it is. */
export const jaNeiRule = <Content>(asked: (content: Content) => CS | undefined): Rule<Content> => ({
  code: 230,
  source: codes,
  isBroken: (content) => !isJaNei(asked(content))
})
export const isJaNei = (asked: CS | undefined) => asked === undefined || ['1', '2'].includes(asked.V ?? '')

export const m5Rules: readonly Rule<ContentOf<'M5'>>[] = [
  ...rekvirentRules,
  { code: 3, source: codes, isBroken: (m5) => m5.ReseptId === '' },
  reseptIdRule
]

export const m91Rules: readonly Rule<ContentOf<'M9.1'>>[] = [
  jaNeiRule((m91) => m91.AlleResepter),
  jaNeiRule((m91) => m91.InkluderVergeinnsynsreservasjon)
]

export const m93Rules: readonly Rule<ContentOf<'M9.3'>>[] = [
  reseptIdRule,
  {
    code: 320,
    source: 'kodeverk 7411',
    text: 'Kansellering skal ha en kode fra kodeverk 7411',
    isBroken: ({ Kansellering }) => Kansellering !== undefined && !isEReseptCode('7411', Kansellering.V)
  }
]

export const m241Rules: readonly Rule<ContentOf<'M24.1'>>[] = [
  ...rekvirentRules,
  { code: 115, source: erdok, isBroken: (_m241, about) => !hasNumber(about) }
]

/** Of whatever a pharmacy or bandagist sends and asks. */
export const utlevererRules: readonly Rule<unknown>[] = [
  { code: 378, source: codes, isBroken: (_sent, about) => !isUtleverer(about) },
  utenOrgNr,
  ...pasientRules
]

/** Of M9.5 and M9.7; in M9.11 any whole number will do. */
export const sokRules: readonly Rule<{ readonly Komprimering: string }>[] = [
  { code: 267, source: codes, isBroken: ({ Komprimering }) => !/^\d+$/.test(Komprimering) }
]
