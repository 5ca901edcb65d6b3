/** A vaccination, or that one was not given, becomes a part of a person's record: the decision, pure. */
import type { HendelseRequest, HendelseResponse } from '@budstikka/meldinger'
import { identOf } from './ident.ts'
import type { Person } from './folkeregister.ts'
import { type Funn, resultatOf } from './resultat.ts'
import { type Asked, hendelseIn, hendelseRules } from './rules.ts'

/** As it was registered, or deleted: a deletion keeps the whole event, and a search still shows it. */
export type Kept = HendelseRequest['Hendelse']
export type Vaksinand = readonly Kept[]

export type Decision = {
  readonly response: HendelseResponse
  /** Whose record it is; undefined where nobody was found, and it waits until somebody is. */
  readonly id?: string
  /** The record with it; absent when it was refused. */
  readonly after?: Vaksinand
}

/** `before` is the record of the person, empty where nobody is known. */
export function registrer(before: Vaksinand, asked: Asked): Decision {
  const broken = hendelseRules.filter((rule) => rule.isBroken(asked))
  if (broken.length > 0) return { response: { Behandlingsresultat: resultatOf(broken) } }
  const { request, person } = asked
  const hendelse = request.Hendelse
  const given = request.Vaksinand.VaksinandIdent
  const key = keyOf(hendelse)
  const isKnown = before.some((one) => keyOf(one) === key)
  const funn: Funn[] = [
    ...(isKnown ? [{ code: 'I101', text: 'Hendelsen fantes fra før og er oppdatert' }] : []),
    ...(given !== undefined && person === undefined
      ? [{ code: 'I102', text: 'Vaksinanden finnes ikke i Folkeregisteret; hendelsen venter' }]
      : []),
    ...(given === undefined && person !== undefined
      ? [{ code: 'I104', text: 'Vaksinanden er funnet i Folkeregisteret' }]
      : [])
  ]
  const VaksinandIdent = given ?? (person && identOf(person.id))
  const id = given?.Id ?? person?.id
  return {
    response: { Behandlingsresultat: resultatOf(funn), ...(VaksinandIdent && { VaksinandIdent }) },
    ...(id !== undefined && { id }),
    after: [...before.filter((one) => keyOf(one) !== key), hendelse]
  }
}

/** The same person, day, vaccine and type is the same event. */
function keyOf(hendelse: Kept): string {
  const { Konsultasjonsdato, Vaksine } = hendelseIn({ Vaksinand: {}, Hendelse: hendelse })
  const type = hendelse.Vaksinasjon === undefined ? 'manglende' : 'vaksinasjon'
  return [Konsultasjonsdato, Vaksine?.V, type].join('.')
}

/** Who is meant by somebody without a number: the one of that name, sex and birth date; undefined where there are several or none. */
export function isMeant({ Vaksinand: { VaksinandUtenIdent: uten } }: HendelseRequest, person: Person): boolean {
  return (
    uten !== undefined &&
    uten.Fodselsdato === person.fodselsdato &&
    uten.Kjonn.V === person.kjonn &&
    isSame(uten.Etternavn, person.etternavn) &&
    isSame(uten.Fornavn ?? person.fornavn, person.fornavn)
  )
}

const isSame = (one: string, other: string) => one.toLocaleLowerCase('nb') === other.toLocaleLowerCase('nb')
