/** Makes one organisation and its services into parties of the address register. */
import type { HerId, Party, PartyOrganisation } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import type { Numbering } from './numbering.ts'
import type { TjenesteRow } from './tjenester.ts'

/** What everything that is built shares: the numbers given out so far, chance, the table of services, and the parties. */
export type Building = {
  readonly numbering: Numbering
  readonly rng: Rng
  readonly rows: readonly TjenesteRow[]
  readonly parties: Party[]
}

/** Level 1: an organisation with its own HER-id. */
export const organisation = (building: Building, businessType: string, name: string): PartyOrganisation => ({
  herId: building.numbering.herId(),
  name,
  organisationNumber: building.numbering.organisationNumber(),
  businessType
})

/** Adds the services that the table gives the organisation's type, and answers the HER-id of each by its tjeneste. */
export function addServices(
  building: Building,
  of: PartyOrganisation,
  municipality?: string
): ReadonlyMap<string, HerId> {
  const added = new Map<string, HerId>()
  for (const row of building.rows) {
    if (row.businessType !== of.businessType || building.rng() >= row.share) continue
    added.set(row.tjeneste, addService(building, of, row, municipality))
  }
  return added
}

/** Adds one service, named after what it is and whose it is. */
export function addService(
  building: Building,
  of: PartyOrganisation,
  service: Pick<TjenesteRow, 'tjeneste' | 'name'>,
  municipality?: string
): HerId {
  const herId = building.numbering.herId()
  building.parties.push({
    herId,
    name: `${service.name}, ${of.name}`,
    tjeneste: service.tjeneste,
    organisation: of,
    ...(municipality !== undefined && { municipality }),
    active: true
  })
  return herId
}
