/** What a kjernejournal holds of one person, and the small functions that change it. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import type { Egenregistrering } from './egenregistrering.ts'
import type { KritiskInformasjon } from './kritisk-informasjon.ts'
import type { Allergi, LegemiddelIBruk, Utlevering } from './legemidler.ts'
import type { Valg } from './valg.ts'

/** Parts that can be shown, and closed, one by one. */
export const deler = ['legemidler', 'kritisk', 'egne', 'besok', 'dokumenter', 'vaksiner'] as const
export type Del = (typeof deler)[number]

/** Time and place only (Norsk pasientregister). */
export type Besok = { readonly id: string; readonly at: number; readonly herId: string; readonly sted: string }
/** A document is never stored, only where it lies; `type` is a code of list 9602. */
export type Dokument = {
  readonly id: string
  readonly at: number
  readonly type: string
  readonly tittel: string
  readonly organisasjonsnummer: string
}

export type Innhold = {
  /** Newest last. */
  readonly legemidler: readonly Utlevering[]
  readonly iBruk: readonly LegemiddelIBruk[]
  /** From the same list as what is in use; closed with critical information, which it is (our choice). */
  readonly allergier: readonly Allergi[]
  /** Every version, oldest first; the last of an id is what holds. */
  readonly kritisk: readonly KritiskInformasjon[]
  readonly egne: Egenregistrering
  readonly besok: readonly Besok[]
  readonly dokumenter: readonly Dokument[]
}

export type Journal = Innhold & {
  readonly valg: Valg
  /** A holder of a D-number has a kjernejournal when they have asked for one. */
  readonly isRequested?: true
  /** Milliseconds since 1970. */
  readonly dodAt?: number
}

const empty: Innhold = { legemidler: [], iBruk: [], allergier: [], kritisk: [], egne: {}, besok: [], dokumenter: [] }
export const initial: Journal = { ...empty, valg: {} }

const dayMs = 86_400_000
/** A reservation can be regretted for so long; then everything is deleted (kj-opplaering.nhn.no). */
export const regretMs = 30 * dayMs
/** Medicines are shown three years back. */
const historyMs = 3 * 365.25 * dayMs
/** Those that are shown at a time (milliseconds since 1970). */
export const shownAt = (legemidler: readonly Utlevering[], at: number): readonly Utlevering[] =>
  legemidler.filter((one) => one.at >= at - historyMs)

export const hasJournal = (journal: Journal, fodselsnummer: string): boolean =>
  journal.valg.reservertAt === undefined &&
  journal.dodAt === undefined &&
  (identifyPersonNumber(fodselsnummer)?.kind !== 'DNR' || journal.isRequested === true)

/** Something that others tell of a person. */
export type Fact =
  | { readonly type: 'utlevering'; readonly utlevering: Utlevering }
  /** Takes back the dispensing that was reported by this M10. */
  | { readonly type: 'annullering'; readonly id: string }
  | { readonly type: 'iBruk'; readonly iBruk: readonly LegemiddelIBruk[]; readonly allergier: readonly Allergi[] }
  | { readonly type: 'besok'; readonly besok: Besok }
  | { readonly type: 'dokument'; readonly dokument: Dokument }
  | { readonly type: 'dod'; readonly at: number }
  | { readonly type: 'ikkeDod' }
  | Personvernvalg

/** What a person has chosen, where it was told elsewhere; the HPR number without leading zeros. */
type Personvernvalg =
  | { readonly type: 'reservasjon'; readonly reservert: boolean; readonly at: number }
  | { readonly type: 'blokkering'; readonly hprNummer: string; readonly isBlokkert: boolean }

/** The same journal, not a copy, when the fact changes nothing: where there is no kjernejournal, nothing is kept. */
export function withFact(journal: Journal, fodselsnummer: string, fact: Fact): Journal {
  if (fact.type === 'dod') return { ...journal, dodAt: fact.at }
  if (fact.type === 'reservasjon') return reserve(journal, fact.reservert, fact.at)
  if (fact.type === 'blokkering') return block(journal, fact.hprNummer, fact.isBlokkert)
  if (fact.type !== 'ikkeDod') return hasJournal(journal, fodselsnummer) ? withContent(journal, fact) : journal
  const { dodAt: _dodAt, ...alive } = journal
  return alive
}

/** The first reservation counts, so that its time is not put off by another. */
export function reserve({ valg, ...journal }: Journal, reservert: boolean, at: number): Journal {
  const { reservertAt, ...others } = valg
  return { ...journal, valg: reservert ? { ...others, reservertAt: reservertAt ?? at } : others }
}

function block({ valg, ...journal }: Journal, hprNummer: string, isBlokkert: boolean): Journal {
  const others = (valg.blokkert ?? []).filter((one) => one !== hprNummer)
  return { ...journal, valg: { ...valg, blokkert: isBlokkert ? [...others, hprNummer] : others } }
}

function withContent(journal: Journal, fact: Exclude<Fact, Personvernvalg | { type: 'dod' | 'ikkeDod' }>): Journal {
  switch (fact.type) {
    case 'utlevering': {
      const { utlevering } = fact
      const others = journal.legemidler.filter(({ id }) => id !== utlevering.id)
      return { ...journal, legemidler: [...shownAt(others, utlevering.at), utlevering] }
    }
    case 'annullering':
      return { ...journal, legemidler: journal.legemidler.filter(({ id }) => id !== fact.id) }
    case 'iBruk':
      return { ...journal, iBruk: fact.iBruk, allergier: fact.allergier }
    case 'besok':
      return { ...journal, besok: withOne(journal.besok, fact.besok) }
    case 'dokument':
      return { ...journal, dokumenter: withOne(journal.dokumenter, fact.dokument) }
  }
}

const withOne = <One extends { readonly id: string }>(all: readonly One[], one: One): readonly One[] => [
  ...all.filter(({ id }) => id !== one.id),
  one
]

/** A D-number's kjernejournal when its holder gets a fødselsnummer: what stands under either number is the one person's. */
export const merged = (from: Journal, to: Journal): Journal => ({
  ...from,
  ...to,
  legemidler: [...from.legemidler, ...to.legemidler],
  ...(to.iBruk.length + to.allergier.length > 0 ? listOf(to) : listOf(from)),
  kritisk: [...from.kritisk, ...to.kritisk],
  egne: { ...from.egne, ...to.egne },
  besok: [...from.besok, ...to.besok],
  dokumenter: [...from.dokumenter, ...to.dokumenter],
  valg: mergedValg(from.valg, to.valg)
})

/** Whatever was closed, or whoever was blocked, under either number stays so. */
const mergedValg = (from: Valg, to: Valg): Valg => ({
  ...from,
  ...to,
  ...(from.sperret && to.sperret && { sperret: [...new Set([...from.sperret, ...to.sperret])] }),
  ...(from.blokkert && to.blokkert && { blokkert: [...new Set([...from.blokkert, ...to.blokkert])] })
})

const listOf = ({ iBruk, allergier }: Journal) => ({ iBruk, allergier })

/** From the list: one who has reserved keeps that and nothing else; a later kjernejournal begins empty. */
export const deleted = ({ valg: { reservertAt }, dodAt }: Journal): Journal => ({
  ...empty,
  valg: reservertAt === undefined ? {} : { reservertAt },
  ...(dodAt !== undefined && { dodAt })
})

/** What holds now: the last version of each, but what was registered in error. */
export const holding = (all: readonly KritiskInformasjon[]): readonly KritiskInformasjon[] =>
  [...new Map(all.map((one) => [one.id, one])).values()].filter(({ status }) => status !== 'entered-in-error')
