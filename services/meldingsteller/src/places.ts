/** Where a party is, in words that Norway knows: its municipality, or its organisation where it belongs to none. */
import { type FlowRow, municipalitiesOf } from '@budstikka/landscape'
import type { Register } from '@budstikka/meldinger'
import type { Sample } from '@budstikka/service'

/** `year`: whose municipalities. What the register does not hold is 'ukjent'. */
export function openPlaces(register: Register, year: number): (herId: string) => string {
  const names = new Map(municipalitiesOf(year).map(({ number, name }) => [number, name]))
  return (herId) => {
    const party = register.party(herId)
    if (party === undefined) return 'ukjent'
    const { municipality, organisation } = party
    return municipality === undefined ? organisation.name : (names.get(municipality) ?? municipality)
  }
}

/** A place as a part of a cell's key, which no dot may be in. */
export const encodePlace = (place: string) => encodeURIComponent(place).replaceAll('.', '%2E')

/** The first `pairsMax` pairs, and all others together. */
export function* placePairs(rows: Iterable<FlowRow>, pairsMax: number): Generator<Sample> {
  let named = 0
  let others = 0
  for (const { sender, receiver, sendings } of rows) {
    if (named++ >= pairsMax) others += sendings
    else yield placeSample(decodeURIComponent(sender), decodeURIComponent(receiver), sendings)
  }
  if (others > 0) yield placeSample('other', 'other', others)
}

const placeSample = (from: string, to: string, value: number): Sample => ({
  labels: { sender_place: from, receiver_place: to },
  value
})
