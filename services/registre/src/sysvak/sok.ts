/** A search in SYSVAK: vaccination status when exactly one person is meant, the persons alone when there are several. */
import type { IsoDate, SokRequest, SokResponse } from '@budstikka/meldinger'
import { sex } from '@budstikka/meldinger'
import type { Person } from './folkeregister.ts'
import type { Vaksinand } from './hendelse.ts'
import { identOf } from './ident.ts'
import { type Funn, resultatOf } from './resultat.ts'

/** SYSVAK shows five to twenty; how many exactly is our choice. */
export const hitsMax = 20

export type Searched = {
  /** Persons who may be meant, by what the search says of their birth; those who have an event. */
  among(from: string, to: string): Iterable<Person>
  person(id: string): Person | undefined
  recordOf(id: string): Vaksinand
}

/** SYSVAK Meldingsbeskrivelse 1.0: with a whole number the other criteria are ignored. */
export function sok(request: SokRequest, searched: Searched): SokResponse {
  const faults = faultsIn(request)
  if (faults.length > 0) return { Behandlingsresultat: resultatOf(faults) }
  const whole = request.Ident?.Id.length === 11 ? searched.person(request.Ident.Id) : undefined
  const hits = whole !== undefined ? [whole] : request.Ident?.Id.length === 11 ? [] : hitsOf(request, searched)
  const [only] = hits
  if (only !== undefined && hits.length === 1)
    return { Behandlingsresultat: resultatOf([]), Vaksinand: [withStatus(only, searched.recordOf(only.id))] }
  const funn: Funn[] = [
    ...(hits.length > 1 ? [{ code: 'I103', text: 'Flere vaksinander passer; vaksinasjonsstatus er utelatt' }] : []),
    ...(hits.length > hitsMax
      ? [{ code: 'A802', text: `Flere enn ${hitsMax} vaksinander passer; resten er utelatt` }]
      : [])
  ]
  const Vaksinand = hits.slice(0, hitsMax).map(described)
  return { Behandlingsresultat: resultatOf(funn), ...(Vaksinand.length > 0 && { Vaksinand }) }
}

function faultsIn({ FodtFraOgMed, FodtTilOgMed }: SokRequest): readonly Funn[] {
  const isWithoutMonth = [FodtFraOgMed, FodtTilOgMed].some((date) => date?.DD !== undefined && date.MM === undefined)
  if (isWithoutMonth) return [{ code: 'F802', text: 'Måned må være oppgitt hvis dag er oppgitt' }]
  // Which of F801 and F803 means this is not published: our choice.
  return firstDay(FodtFraOgMed) > lastDay(FodtTilOgMed)
    ? [{ code: 'F801', text: 'Født fra og med er etter født til og med' }]
    : []
}

function hitsOf(request: SokRequest, { among }: Searched): readonly Person[] {
  const hits: Person[] = []
  for (const person of among(firstDay(request.FodtFraOgMed), lastDay(request.FodtTilOgMed))) {
    if (fits(request, person)) hits.push(person)
    if (hits.length > hitsMax) break
  }
  return hits
}

/** "0001-01-01" and "9999-12-31" where nothing is said. */
function firstDay(date: IsoDate | undefined): string {
  return `${date?.YYYY ?? '0001'}-${date?.MM?.slice(2) ?? '01'}-${date?.DD?.slice(3) ?? '01'}`
}
function lastDay(date: IsoDate | undefined): string {
  return `${date?.YYYY ?? '9999'}-${date?.MM?.slice(2) ?? '12'}-${date?.DD?.slice(3) ?? '31'}`
}

type Name = SokRequest['Etternavn']

function fits({ Ident, KjonnKode, Etternavn, Fornavn, SokOmbytteAvFornavnOgEtternavn }: SokRequest, person: Person) {
  const isNamed = (family: Name, given: Name) => hasName(family, person.etternavn) && hasName(given, person.fornavn)
  return (
    (Ident === undefined || person.id.startsWith(Ident.Id)) &&
    (KjonnKode === undefined || KjonnKode === person.kjonn) &&
    (isNamed(Etternavn, Fornavn) || (SokOmbytteAvFornavnOgEtternavn === 'true' && isNamed(Fornavn, Etternavn)))
  )
}

/** LignerPa sounds alike in SYSVAK; here it begins alike, since its rule is not published. */
function hasName(sought: Name, name: string): boolean {
  if (sought === undefined) return true
  const [one, other] = [sought.SokVerdi.toLocaleLowerCase('nb'), name.toLocaleLowerCase('nb')]
  return sought.SokOperator === 'Noyaktig' ? one === other : other.startsWith(one)
}

type Found = NonNullable<SokResponse['Vaksinand']>[number]

/** Without an address: those of persons whose address is secret must never be shown, and no one needs the others. */
const described = ({ id, fodselsdato, kjonn, fornavn, etternavn }: Person): Found => ({
  Ident: identOf(id),
  Fodselsdato: fodselsdato,
  Kjonn: sex(kjonn),
  Fornavn: fornavn,
  Etternavn: etternavn
})

function withStatus(person: Person, record: Vaksinand): Found {
  const given = record.flatMap(({ Vaksinasjon }) => (Vaksinasjon === undefined ? [] : [Vaksinasjon]))
  const missing = record.flatMap((one) => (one.ManglendeVaksinering === undefined ? [] : [one.ManglendeVaksinering]))
  return {
    ...described(person),
    ...(given.length > 0 && { Vaksinasjon: given }),
    ...(missing.length > 0 && { ManglendeVaksinering: missing })
  }
}
