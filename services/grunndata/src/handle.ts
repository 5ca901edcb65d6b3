/** What Folkeregisteret decides of a death that it is told of: a decision, and what it then has of the person. */
import { birthDateOf, dayOf, type Dodsfallsmelding } from '@budstikka/meldinger'
import type { Beslutning } from './hendelse.ts'

export type Person = {
  /** yyyy-mm-dd; absent while the person lives. */
  readonly dodsdato?: string
  /** How the death was told first. */
  readonly kanal?: Kanal
}

/** By which form: mottak/informasjonskanal of the message (Skatteetaten, MeldingOmDoedsfall 1.2). */
export const kanaler = ['elektronisk', 'papir', 'annet'] as const
export type Kanal = (typeof kanaler)[number]

export type Decision = {
  readonly beslutning: Beslutning
  readonly begrunnelse?: string
  /** Why somebody looks at it before; absent where nobody does. */
  readonly manuell?: string
  /** As the person stands afterwards; absent where nothing changes. */
  readonly person?: Person
}

type Rule = {
  readonly begrunnelse: string
  isBroken(person: Person, told: Dodsfallsmelding, today: string): boolean
}

/** Folkeregisteret publishes its decisions and not its rules: these are our choice. */
const rules: readonly Rule[] = [
  {
    begrunnelse: 'Dødsdato er etter dagens dato',
    isBroken: (_person, told, today) => dodsdatoOf(told) > today
  },
  {
    begrunnelse: 'Dødsdato er før fødselsdato',
    isBroken: (_person, told) =>
      told.type === 'dodsfall' && dodsdatoOf(told) < (birthDateOf(fodselsnummerOf(told)) ?? '')
  },
  {
    begrunnelse: 'Personen er ikke registrert død',
    isBroken: ({ dodsdato }, told) => told.type === 'annullering' && dodsdato === undefined
  }
]

/** An annulment is told by phone too (Dødsmelding), so that somebody has to look at it: that they do is our choice. */
const annulleringSees = 'Annullering av dødsfall bekreftes på telefon'

/** `now`: milliseconds since 1970. The same date told again changes nothing; another date corrects the first. */
export function handle(person: Person, told: Dodsfallsmelding, now: number): Decision {
  const today = dayOf(now)
  const broken = rules.find((rule) => rule.isBroken(person, told, today))
  if (broken !== undefined) return { beslutning: 'avvist', begrunnelse: broken.begrunnelse }
  if (told.type === 'annullering') return { beslutning: 'godkjent', person: {}, manuell: annulleringSees }
  const dodsdato = dodsdatoOf(told)
  return dodsdato === person.dodsdato
    ? { beslutning: 'registrert', begrunnelse: 'Dødsfallet er allerede registrert' }
    : { beslutning: 'godkjent', person: { dodsdato, kanal: person.kanal ?? kanalOf(told) } }
}

/** Which count a death belongs to: how it was told, and the month in which the person died; undefined for who lives. */
export const countOf = ({ dodsdato, kanal }: Person): string | undefined =>
  dodsdato === undefined || kanal === undefined ? undefined : `${kanal}.${dodsdato.slice(0, 7)}`

/** A message that does not say came as all do here. */
const kanalOf = (told: Dodsfallsmelding): Kanal =>
  otherKanaler[told.melding.forespoersel.mottak?.informasjonskanal ?? ''] ?? 'elektronisk'
const otherKanaler: Readonly<Record<string, Kanal>> = {
  papirmelding: 'papir',
  manuellRegistrering: 'annet',
  annet: 'annet'
}

export const fodselsnummerOf = (told: Dodsfallsmelding) =>
  told.type === 'dodsfall'
    ? told.melding.forespoersel.doedPerson.foedselsnummer
    : told.melding.forespoersel.levendePerson.foedselsnummer

// A date may carry a time zone (xs:date), which says nothing of the day.
const dodsdatoOf = (told: Dodsfallsmelding) =>
  told.type === 'dodsfall' ? told.melding.forespoersel.doedPerson.doedsdato.slice(0, 10) : ''
