/** Synthetic Norway under a seed: who there is, who lives where, and who serves whom. */
import type { Party, Register } from '@budstikka/meldinger'
import type { Municipality } from './municipalities.ts'
import { municipalitiesOf } from './municipalities.ts'
import { buildParties } from './parties/build.ts'
import type { Place, Trust } from './parties/build.ts'
import type { Size } from './parties/size.ts'
import { sizeOf } from './parties/size.ts'
import type { Persons } from './persons.ts'
import { createPersons } from './persons.ts'
import { createRng } from './random.ts'

export type Landscape = Register &
  Persons & {
    readonly year: number
    readonly seed: string
    readonly municipalities: readonly Municipality[]
    readonly places: readonly Place[]
    readonly trusts: readonly Trust[]
    /** Every party of the address register, in a fixed order. */
    parties(): Iterable<Party>
  }

/**
 * The same year, seed and size give the same landscape, bit for bit. Some 16 000 parties at full size.
 * Throws outside 2018–2023.
 */
export function createLandscape(options: {
  readonly year: number
  readonly seed: string
  readonly size?: Partial<Size>
}): Landscape {
  const { year, seed } = options
  const all = municipalitiesOf(year)
  const size = { ...sizeOf(year), ...options.size }
  const municipalities = mostPopulous(all, size.municipalities ?? all.length)
  const { parties, places, trusts } = buildParties(
    municipalities,
    shrink(size, weightOf(municipalities) / weightOf(all)),
    createRng(seed, 'parties')
  )
  return {
    year,
    seed,
    municipalities,
    places,
    trusts,
    parties: () => parties,
    ...lookUps(parties),
    ...createPersons(places, year, seed)
  }
}

function lookUps(parties: readonly Party[]): Register {
  const byHerId = new Map<string, Party>(parties.map((party) => [party.herId, party]))
  const byTjeneste = Map.groupBy(parties, (party): string => party.tjeneste)
  return {
    party: (herId) => byHerId.get(herId),
    find: (tjeneste, municipality) => {
      const found = byTjeneste.get(tjeneste) ?? []
      return municipality === undefined ? found : found.filter((party) => party.municipality === municipality)
    }
  }
}

const weightOf = (some: readonly Municipality[]) => some.reduce((sum, municipality) => sum + municipality.weight, 0)

/** The most populous, by number as all are. */
function mostPopulous(all: readonly Municipality[], count: number): readonly Municipality[] {
  const chosen = new Set(all.toSorted((one, other) => other.weight - one.weight).slice(0, Math.max(1, count)))
  return all.filter((municipality) => chosen.has(municipality))
}

/** A part of Norway has its part of the offices; at least one of each. */
function shrink(size: Size, part: number): Size {
  const least = (count: number) => Math.max(1, Math.round(count * part))
  return {
    ...size,
    gpLists: least(size.gpLists),
    gpOffices: least(size.gpOffices),
    pharmacies: least(size.pharmacies),
    radiologyInstitutes: least(size.radiologyInstitutes),
    laboratories: least(size.laboratories)
  }
}
