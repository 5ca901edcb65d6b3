/** Persons of the synthetic Norway: everything about one follows from the seed and the number. */
import type { HerId } from '@budstikka/meldinger'
import { inventName } from './names.ts'
import type { Place } from './parties/build.ts'
import type { Bearer } from './person-number.ts'
import { bearerOf, randomBearer } from './person-number.ts'
import { createRng, pick, weighted } from './random.ts'
import type { Rng } from './random.ts'

/** `id` is a fødselsnummer or D-nummer, synthetic (month + 80). */
export type Person = Bearer & {
  readonly givenName: string
  readonly familyName: string
  readonly municipality: string
  /** Level 2: the GP by name, or the KX17 of a list without one. */
  readonly fastlege: HerId
  /** Level 1 of the trust whose catchment has the municipality. */
  readonly hospitalTrust: HerId
}

export type Persons = {
  /** Throws on a number that is not synthetic or whose check digits are wrong. */
  person(id: string): Person
  /** Somebody born from `bornFrom` to `bornTo` (years), otherwise of any age. */
  randomPerson(rng: Rng, options?: { readonly bornFrom?: number; readonly bornTo?: number }): Person
  /** Where a person belongs, and by whom they are served. */
  placeOf(municipality: string): Place
}

/** D-numbers among all numbers, and patients whose GP is in another municipality: assumed. */
const share = { dNumber: 0.01, gpElsewhere: 0.03 }

export function createPersons(places: readonly Place[], year: number, seed: string): Persons {
  const byNumber = new Map(places.map((place) => [place.municipality.number, place]))
  const anyPlace = weighted(places, (place) => place.municipality.weight)
  const describe = (bearer: Bearer): Person => {
    const rng = createRng(seed, 'person', bearer.id)
    const place = anyPlace(rng)
    const gpPlace = rng() < share.gpElsewhere ? anyPlace(rng) : place
    return {
      ...bearer,
      ...inventName(rng),
      municipality: place.municipality.number,
      fastlege: pick(rng, gpPlace.fastleger),
      hospitalTrust: place.trust.herId
    }
  }
  return {
    person: (id) => describe(bearerOf(id)),
    randomPerson: (rng, { bornFrom = year - 95, bornTo = year - 1 } = {}) =>
      describe(randomBearer(rng, { bornFrom, bornTo, isDNumber: rng() < share.dNumber })),
    placeOf: (municipality) => {
      const place = byNumber.get(municipality)
      if (place === undefined) throw new Error(`expected a municipality of ${year}, got ${municipality}`)
      return place
    }
  }
}
