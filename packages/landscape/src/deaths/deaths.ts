/** The deaths of a year or month, told in order of the time at which a register hears of them: who, when, where, and of what. */
import { Dodsarsak } from '@budstikka/meldinger'
import type { Landscape } from '../landscape.ts'
import { createRng, type Rng, weighted, whole } from '../random.ts'
import { offsetAt } from '../time/norwegian-time.ts'
import { causeOf } from './causes.ts'
import { dateOf, type DeathPlan, type Kanal } from './death-plan.ts'

export type Death = {
  readonly number: number
  /** When somebody died, and when a register is told of it: milliseconds since 1970. */
  readonly at: number
  readonly toldAt: number
  readonly kanal: Kanal
  readonly fodselsnummer: string
  /** yyyy-mm-dd by the Norwegian clock. */
  readonly dodsdato: string
  readonly kommune: string
  /** The place in words, as list 99003 has it. */
  readonly sted: string
  /** HPR number of the doctor who tells. */
  readonly lege: string
  readonly dodsarsak: Dodsarsak
}

const dayMs = 24 * 3_600_000
const hourMs = 3_600_000
/** On paper a death reaches the register one to two weeks later (nhn.no); electronically within hours, which is assumed. */
const paperMs = [7 * dayMs, 14 * dayMs] as const
const electronicMs = [hourMs / 2, 12 * hourMs] as const

/** List 99003. How many die where is published nowhere that we have: assumed. */
const places = [
  { code: '1', name: 'sykehus', share: 0.3 },
  { code: '4', name: 'annen institusjon', share: 0.5 },
  { code: '5', name: 'privat hjem', share: 0.15 },
  { code: '8', name: 'annet', share: 0.03 },
  { code: '10', name: 'ukjent', share: 0.02 }
] as const
/** A natural death, of which no more is to be found out: assumed of all. */
const afterwards = { obduksjon: '2', revurderes: '2', unaturlig: '2' }
/** Who has died at what age: assumed. */
const share = { old: 0.85 }

/** The same landscape, plan and seed give the same deaths; nobody dies twice. */
export function deaths(options: {
  readonly landscape: Landscape
  readonly plan: DeathPlan
  readonly seed: string
}): readonly Death[] {
  const { landscape, plan, seed } = options
  const { year, month } = plan
  const rng = createRng(seed, 'deaths', year, month ?? 'year')
  const placeOf = weighted(places, (place) => place.share)
  const dead = new Set<string>()
  return plan.planned
    .map(({ number, at, kanal, isCovid }): Death => {
      const { id: fodselsnummer, municipality: kommune, fastlege } = another(landscape, rng, dead)
      const [least, most] = kanal === 'papir' ? paperMs : electronicMs
      const dodsdato = dateOf(at)
      const place = placeOf(rng)
      const somebody = `0${whole(rng, 100_000, 999_999)}`
      const lege = landscape.party(fastlege)?.person?.hprNumber ?? somebody
      const cause = causeOf(rng, isCovid)
      const klokkeslett = new Date(at + offsetAt(at)).toISOString().slice(11, 16)
      const where = { dodsdato, klokkeslett, dodssted: place.code, kommune }
      const dodsarsak = Dodsarsak.parse({ fodselsnummer, ...where, lege, ...cause, ...afterwards })
      const toldAt = at + whole(rng, least, most)
      return { number, at, toldAt, kanal, fodselsnummer, dodsdato, kommune, sted: place.name, lege, dodsarsak }
    })
    .toSorted((one, other) => one.toldAt - other.toldAt)
}

function another(landscape: Landscape, rng: Rng, dead: Set<string>) {
  const { year } = landscape
  for (;;) {
    const isOld = rng() < share.old
    const person = landscape.randomPerson(rng, isOld ? { bornFrom: year - 98, bornTo: year - 65 } : {})
    if (dead.has(person.id)) continue
    dead.add(person.id)
    return person
  }
}
