/** GP offices (9040 type 103): their services, their GPs as persons, and lists that have no GP. */
import { Tjeneste } from '@budstikka/meldinger'
import type { HerId, PartyOrganisation } from '@budstikka/meldinger'
import type { Municipality } from '../municipalities.ts'
import { inventName } from '../names.ts'
import type { Building } from './organisation.ts'
import { addService, addServices, organisation } from './organisation.ts'

/** Part of the patient lists that stand without a GP and are addressed as KX17 (HIS 1153-2 AD3.8). Assumed. */
const emptyListShare = 0.02
const emptyList = { tjeneste: Tjeneste.parse('8663-KX17'), name: 'Fastlege, liste uten fast lege' }

/** Adds the offices of a municipality and answers the HER-ids of its patient lists, the addressees of a fastlege. */
export function addGpOffices(
  building: Building,
  place: { readonly municipality: Municipality; readonly lists: number; readonly offices: number }
): readonly HerId[] {
  const offices = Array.from({ length: place.offices }, (_, i) => {
    const office = organisation(building, '103', `${place.municipality.name} legekontor ${i + 1}`)
    addServices(building, office, place.municipality.number)
    return office
  })
  return Array.from({ length: place.lists }, (_, i) => {
    const office = offices[i % offices.length]
    if (office === undefined) throw new Error(`expected an office in municipality ${place.municipality.number}`)
    return building.rng() < emptyListShare
      ? addService(building, office, emptyList, place.municipality.number)
      : addGp(building, office, place.municipality.number)
  })
}

/** A fastlege is a communication party by name (HIS 1153-2 AD3.7). */
function addGp(building: Building, office: PartyOrganisation, municipality: string): HerId {
  const herId = building.numbering.herId()
  const name = inventName(building.rng)
  building.parties.push({
    herId,
    name: `${name.givenName} ${name.familyName}, ${office.name}`,
    tjeneste: Tjeneste.parse('person'),
    organisation: office,
    municipality,
    person: { ...name, hprNumber: building.numbering.hprNumber() },
    active: true
  })
  return herId
}
