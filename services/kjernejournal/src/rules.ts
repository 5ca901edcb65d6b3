/** Who may look at what, as tables: the first rule that is broken decides. */
import { ageAt, type PartyOrganisation } from '@budstikka/meldinger'
import { problem, type Problem } from '@budstikka/service'
import { type Kategori, mayRegister, type NurseCodes } from './kategorier.ts'
import type { Del, Journal } from './state.ts'
import { hasJournal } from './state.ts'
import { plain } from './valg.ts'

/** SAMTYKKE consent, AKUTT emergency, UNNTAK consent is not required (Kjernejournal, grunnlag). */
export const grunnlag = ['SAMTYKKE', 'AKUTT', 'UNNTAK'] as const
export type Grunnlag = (typeof grunnlag)[number]
/** What opens that which is closed: consent or an emergency, never an exception. */
export const apnere = ['SAMTYKKE', 'AKUTT'] as const
export type Apner = (typeof apnere)[number]

export type Helsepersonell = {
  readonly hprNummer: string
  /** List 9060. */
  readonly rolle: string
  readonly organisasjon: PartyOrganisation
  /** Where the patient is treated: a service type that the organisation has; undefined when it names none that it has. */
  readonly tjeneste: string | undefined
  /** Person numbers of those whom an attest of the relation of care is for, where it names any (Tillitsrammeverk, patients). */
  readonly pasienter?: readonly string[]
}

export type Oppslag = {
  readonly id: string
  readonly at: number
  readonly fodselsnummer: string
  readonly av: Helsepersonell
  readonly grunnlag: Grunnlag
  readonly apner?: Apner
  /** What it opens; absent: all that is closed. */
  readonly apnerDeler?: readonly Del[]
  /** What is looked at, for the log. */
  readonly hva: 'helseindikator' | 'journal' | 'kritisk'
}

export type Known = {
  /** Roles of list 9060 that may look; the Directorate decides which, so they are configuration. */
  readonly roles: readonly string[]
  /** Types of enterprise (list 9040) whose personnel may look. */
  readonly businessTypes: readonly string[]
  readonly nurse: NurseCodes
  /** Level-1 HER-id of the office of the person's GP. */
  fastlegekontorOf(fodselsnummer: string): string | undefined
  /** Fødselsnumre of a child's parents, and whether one of them lives where the child does. */
  familyOf(fodselsnummer: string): { readonly parents: readonly string[]; readonly isTogether: boolean }
}

type Rule<Asked> = {
  isBroken(asked: Asked, known: Known): boolean
  /** Says what was expected of the caller, and nothing of the patient. */
  readonly refusal: Problem
}

/** Rules on the caller alone, and on whose GP they are: nothing that a patient has chosen shows in their refusals. */
const personnel: readonly Rule<Oppslag>[] = [
  {
    isBroken: ({ av }, { roles }) => !roles.includes(av.rolle),
    refusal: problem(403, 'expected a role (list 9060) that has access to kjernejournal')
  },
  {
    isBroken: ({ av }, { businessTypes }) => !businessTypes.includes(av.organisasjon.businessType),
    refusal: problem(403, 'expected an enterprise (list 9040) that uses kjernejournal')
  },
  {
    isBroken: ({ av }) => av.tjeneste === undefined,
    refusal: problem(403, 'expected a service of the enterprise in which the patient is treated')
  },
  {
    isBroken: ({ av: { pasienter }, fodselsnummer }) => pasienter?.includes(fodselsnummer) === false,
    refusal: problem(403, 'expected an attest for the patient who is asked for')
  },
  {
    isBroken: ({ grunnlag, av: { organisasjon }, fodselsnummer }, { fastlegekontorOf }) =>
      grunnlag === 'UNNTAK' &&
      organisasjon.businessType !== specialist &&
      fastlegekontorOf(fodselsnummer) !== organisasjon.herId,
    refusal: problem(403, 'expected SAMTYKKE or AKUTT: UNNTAK is for specialist care and the person’s own GP')
  }
]

/** Hospital trusts (list 9040). */
const specialist = '101'

export const refusalOf = (oppslag: Oppslag, known: Known): Problem | undefined => firstBroken(personnel, oppslag, known)

const firstBroken = <Asked>(rules: readonly Rule<Asked>[], asked: Asked, known: Known): Problem | undefined =>
  rules.find((rule) => rule.isBroken(asked, known))?.refusal

/** Why personnel who may look find nothing; to them the reasons are one and the same. */
export function hiddenBecause(journal: Journal, { fodselsnummer, av }: Oppslag): 'ingen' | 'blokkert' | undefined {
  if (!hasJournal(journal, fodselsnummer)) return 'ingen'
  return journal.valg.blokkert?.includes(plain(av.hprNummer)) ? 'blokkert' : undefined
}

/** Closed parts that stay closed to this look-up. */
export const closedTo = ({ valg: { sperret = [] } }: Journal, { apner, apnerDeler }: Oppslag): readonly Del[] =>
  apner === undefined ? sperret : sperret.filter((del) => apnerDeler?.includes(del) === false)

export const mayRegisterRefusal = (av: Helsepersonell, kategori: Kategori, code: string | undefined, known: Known) =>
  mayRegister(av.rolle, kategori, code, known.nurse)
    ? undefined
    : problem(403, `expected a role (list 9060) that registers this under ${kategori}`)

/** Parts that a citizen can look at; documents are for personnel only. */
export const innbyggerdeler = ['legemidler', 'kritisk', 'egne', 'besok', 'logg'] as const
export type Innbyggerdel = (typeof innbyggerdeler)[number]

export type Innbygger = {
  readonly at: number
  /** Who is logged in, and about whom they ask. */
  readonly innlogget: string
  readonly gjelder: string
  /** Whether a fullmakt of whom it is about was proved, to who is logged in. */
  readonly harFullmakt?: boolean
}

/** No reason is told: what it is may be the child's matter. */
const noAccess = problem(403, 'no access to this kjernejournal')

/** From 16 one has one's own, and may let others see it by fullmakt; parents see that of a child under 12, nobody that of 12 to 15 (Helsenorge). */
const citizen: readonly Rule<Innbygger>[] = [
  {
    isBroken: ({ innlogget, at }) => ageOf(innlogget, at) < ownFrom,
    refusal: noAccess
  },
  {
    isBroken: ({ innlogget, gjelder, at, harFullmakt = false }, { familyOf }) => {
      if (innlogget === gjelder || (harFullmakt && ageOf(gjelder, at) >= ownFrom)) return false
      if (ageOf(gjelder, at) >= parentsUntil) return true
      const { parents, isTogether } = familyOf(gjelder)
      return !parents.includes(innlogget) || !isTogether
    },
    refusal: noAccess
  }
]
const ownFrom = 16
const parentsUntil = 12

/** Infinity for a number that tells no birth date, whose bearer is then nobody's child. */
const ageOf = (fodselsnummer: string, at: number) => ageAt(fodselsnummer, at) ?? Infinity

export const citizenRefusal = (innbygger: Innbygger, known: Known): Problem | undefined =>
  firstBroken(citizen, innbygger, known)
