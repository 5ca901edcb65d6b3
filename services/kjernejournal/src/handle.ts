/** The decisions, pure: what a look-up shows and leaves in the log, what is registered, and what a person may see and choose. */
import { problem, type Problem } from '@budstikka/service'
import { documentsFor } from './dokumenter.ts'
import type { Kategori } from './kategorier.ts'
import type { KritiskInformasjon, Opplysning } from './kritisk-informasjon.ts'
import type { Logginnslag } from './logg.ts'
import {
  citizenRefusal,
  closedTo,
  hiddenBecause,
  type Innbygger,
  type Innbyggerdel,
  type Known,
  mayRegisterRefusal,
  type Oppslag,
  refusalOf
} from './rules.ts'
import { type Del, hasJournal, holding, type Innhold, type Journal, shownAt } from './state.ts'
import { type Onske, withOnske } from './valg.ts'

/** What personnel see: the open parts, and which parts stay closed. */
export type Syn = { readonly innhold: Innhold; readonly sperret: readonly Del[]; readonly harBlokkert: boolean }

export type Avgjorelse<Answer> = {
  /** Undefined: there is nothing to see, for a reason that the caller may not know. */
  readonly answer: Answer | Problem | undefined
  readonly logg: Logginnslag
  /** Absent where nothing has changed. */
  readonly journal?: Journal
  /** How the person is told of it. */
  readonly varsling?: 'epost' | 'sms'
}

/** A look-up by personnel. Every one is logged, those that found nothing too. */
export function lookUp(journal: Journal, oppslag: Oppslag, known: Known): Avgjorelse<Syn> {
  const refusal = refusalOf(oppslag, known)
  if (refusal !== undefined) return { answer: refusal, logg: loggOf(oppslag, 'avvist') }
  const hidden = hiddenBecause(journal, oppslag)
  if (hidden !== undefined) return { answer: undefined, logg: loggOf(oppslag, hidden) }
  const { sperret = [], blokkert = [], varsling } = journal.valg
  const closed = closedTo(journal, oppslag)
  const opened = closed.length < sperret.length
  return {
    answer: { innhold: seenBy(oppslag, open(journal, closed)), sperret: closed, harBlokkert: blokkert.length > 0 },
    logg: loggOf(oppslag, opened ? 'sperring åpnet' : 'åpnet'),
    ...(varsling && { varsling })
  }
}

/** What opened that which was closed stands beside the basis. */
const loggOf = ({ id, at, av, grunnlag, apner, hva }: Oppslag, utfall: Logginnslag['utfall']): Logginnslag => ({
  id,
  at,
  hprNummer: av.hprNummer,
  rolle: av.rolle,
  organisasjonsnummer: av.organisasjon.organisationNumber,
  organisasjon: av.organisasjon.name,
  grunnlag,
  ...(utfall === 'sperring åpnet' && apner && { apner }),
  hva,
  utfall
})

const seenBy = ({ av, at }: Oppslag, innhold: Innhold): Innhold => ({
  ...innhold,
  legemidler: shownAt(innhold.legemidler, at),
  dokumenter: documentsFor(av.organisasjon, innhold.dokumenter, at)
})

/** The journal without what is closed; a piece of critical information in its last version. */
function open(
  { legemidler, iBruk, allergier, kritisk, egne, besok, dokumenter }: Innhold,
  closed: readonly Del[]
): Innhold {
  const ifOpen = <Part>(del: Del, part: Part, nothing: Part) => (closed.includes(del) ? nothing : part)
  return {
    legemidler: ifOpen('legemidler', legemidler, []),
    iBruk: ifOpen('legemidler', iBruk, []),
    allergier: ifOpen('kritisk', allergier, []),
    kritisk: ifOpen('kritisk', holding(kritisk), []),
    egne: ifOpen('egne', egne, {}),
    besok: ifOpen('besok', besok, []),
    dokumenter: ifOpen('dokumenter', dokumenter, [])
  }
}

/** What personnel do with critical information: a new piece, a new version of one, or one taken back as an error. */
export type Registrering =
  | { readonly type: 'ny'; readonly opplysning: Opplysning }
  | { readonly type: 'endring'; readonly id: string; readonly opplysning: Opplysning }
  | { readonly type: 'feil'; readonly id: string; readonly kategorier: readonly Kategori[] }

const unknownPiece = problem(404, 'no such critical information')

/** As a look-up, and then by who may register what. */
export function register(
  journal: Journal,
  oppslag: Oppslag,
  registrering: Registrering,
  known: Known
): Avgjorelse<KritiskInformasjon> {
  const { answer: syn, ...rest } = lookUp(journal, oppslag, known)
  if (syn === undefined || !('innhold' in syn)) return { ...rest, answer: syn }
  const before = syn.innhold.kritisk.find(({ id }) => registrering.type !== 'ny' && id === registrering.id)
  const wanted = wantedOf(registrering, before)
  if (wanted === undefined) return { ...rest, answer: unknownPiece }
  const refusal = mayRegisterRefusal(oppslag.av, wanted.kategori, wanted.code, known)
  if (refusal !== undefined) return { ...rest, answer: refusal }
  const { at, av } = oppslag
  const answer: KritiskInformasjon = {
    ...wanted,
    id: before?.id ?? oppslag.id,
    versjon: (before?.versjon ?? 0) + 1,
    registrert: {
      at,
      hprNummer: av.hprNummer,
      rolle: av.rolle,
      organisasjonsnummer: av.organisasjon.organisationNumber,
      organisasjon: av.organisasjon.name
    }
  }
  return { ...rest, answer, journal: { ...journal, kritisk: [...journal.kritisk, answer] } }
}

/** The next version; undefined when there is none before it, or it would become another kind of thing. */
function wantedOf(registrering: Registrering, before: KritiskInformasjon | undefined) {
  switch (registrering.type) {
    case 'ny':
      return registrering.opplysning
    case 'endring':
      return before?.kategori === registrering.opplysning.kategori ? registrering.opplysning : undefined
    case 'feil':
      return before !== undefined && registrering.kategorier.includes(before.kategori)
        ? { ...before, status: 'entered-in-error' as const }
        : undefined
  }
}

export type Innbyggersyn = Partial<Innhold> & { readonly logg?: readonly Logginnslag[] }

/** What a person sees of their own, or of their child's: nothing is closed to themselves. */
export function look(
  journal: Journal,
  innbygger: Innbygger,
  del: Innbyggerdel,
  logg: () => readonly Logginnslag[],
  known: Known
): Innbyggersyn | Problem {
  const refusal = citizenRefusal(innbygger, known)
  if (refusal !== undefined) return refusal
  if (!hasJournal(journal, innbygger.gjelder)) return problem(404, 'no kjernejournal')
  if (journal.valg.ikkePaNett) return problem(403, 'no access to this kjernejournal')
  switch (del) {
    case 'legemidler':
      return { legemidler: shownAt(journal.legemidler, innbygger.at), iBruk: journal.iBruk }
    case 'kritisk':
      return { kritisk: holding(journal.kritisk), allergier: journal.allergier }
    case 'egne':
      return { egne: journal.egne }
    case 'besok':
      return { besok: journal.besok }
    case 'logg':
      return { logg: logg() }
  }
}

/** Also where there is no kjernejournal: a reservation is regretted, and a holder of a D-number asks for one. */
export function choose(journal: Journal, innbygger: Innbygger, onske: Onske, known: Known): Journal | Problem {
  const refusal = citizenRefusal(innbygger, known)
  if (refusal !== undefined) return refusal
  const isAboutHaving = onske.type === 'reservasjon' || onske.type === 'opprett'
  if (!isAboutHaving && !hasJournal(journal, innbygger.gjelder)) return problem(404, 'no kjernejournal')
  return withOnske(journal, onske, innbygger.at)
}
