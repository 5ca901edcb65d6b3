/** Persons of the synthetic Norway: everything about one follows from the seed and the number. */
import type { HerId } from '@budstikka/meldinger'
import { inventName } from './names.ts'
import type { Place } from './parties/build.ts'
import { birthOf, randomNumber } from './person-number.ts'
import { createRng, pick, weighted } from './random.ts'
import type { Rng } from './random.ts'

export type Person = {
  /** Fødselsnummer or D-nummer, synthetic (month + 80). */
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  /** List 3101: 1 man, 2 woman. */
  readonly sex: '1' | '2'
  /** YYYY-MM-DD. */
  readonly birthDate: string
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
  const person = (id: string): Person => {
    const { birthDate, sex } = birthOf(id)
    const rng = createRng(seed, 'person', id)
    const place = anyPlace(rng)
    const gpPlace = rng() < share.gpElsewhere ? anyPlace(rng) : place
    return {
      id,
      ...inventName(rng),
      sex,
      birthDate,
      municipality: place.municipality.number,
      fastlege: pick(rng, gpPlace.fastleger),
      hospitalTrust: place.trust.herId
    }
  }
  return {
    person,
    randomPerson: (rng, { bornFrom = year - 95, bornTo = year - 1 } = {}) =>
      person(randomNumber(rng, { bornFrom, bornTo, isDNumber: rng() < share.dNumber })),
    placeOf: (municipality) => {
      const place = byNumber.get(municipality)
      if (place === undefined) throw new Error(`expected a municipality of ${year}, got ${municipality}`)
      return place
    }
  }
}
