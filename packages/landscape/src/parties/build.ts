/** Builds every party of a synthetic Norway, and remembers who serves whom. */
import type { HerId, Party } from '@budstikka/meldinger'
import { apportion } from '../apportion.ts'
import { hospitalTrusts } from '../hospital-trusts.ts'
import type { Municipality } from '../municipalities.ts'
import type { Rng } from '../random.ts'
import { addGpOffices } from './gp-offices.ts'
import { createNumbering } from './numbering.ts'
import type { Building } from './organisation.ts'
import { addService, addServices, organisation } from './organisation.ts'
import type { Size } from './size.ts'
import { tjenesteRows } from './tjenester.ts'

/** A hospital trust as those who write to it know it. */
export type Trust = {
  /** Level 1. */
  readonly herId: HerId
  /** 8668-1 and 8668-2: PLO innleggelse, where care messages go out and in. */
  readonly somatic: HerId
  readonly psychiatric: HerId
  /** 8668-S*: clinical departments, the addressees of doctors outside. */
  readonly departments: readonly HerId[]
  /** 8660-L03, -L04 and -L06, and 8660-B. */
  readonly laboratorium: HerId
  readonly mikrobiologi: HerId
  readonly patologi: HerId
  readonly bildediagnostikk: HerId
  /** 8666-FR: where its doctors prescribe. */
  readonly forskrivning: HerId
}

/** A municipality and the parties that serve those who live there. */
export type Place = {
  readonly municipality: Municipality
  readonly trust: Trust
  /** 8663-KP02, 8663-KD0501 and 8663-KP01. */
  readonly sykepleietjeneste: HerId
  readonly saksbehandling: HerId
  readonly sykehjemslege: HerId
  /** 8663-KA02. */
  readonly legevakt: HerId
  /** The addressees of the patient lists: GPs as persons, or KX17. */
  readonly fastleger: readonly HerId[]
}

export type Parties = {
  readonly parties: readonly Party[]
  readonly places: readonly Place[]
  readonly trusts: readonly Trust[]
}

/** The order of building is fixed, since HER-ids are counted up: national services, hospitals, municipalities with GPs, pharmacies, laboratories. */
export function buildParties(municipalities: readonly Municipality[], size: Size, rng: Rng): Parties {
  const building: Building = { numbering: createNumbering(), rng, rows: tjenesteRows(), parties: [] }
  addNational(building)
  const trusts = hospitalTrusts(municipalities)
    .filter((trust) => trust.municipalities.length > 0)
    .map((trust) => ({ ...trust, ...addTrust(building, trust.name) }))
  const weights = municipalities.map((municipality) => municipality.weight)
  const lists = apportion(size.gpLists, weights, 1)
  const offices = apportion(size.gpOffices, weights, 1)
  const places = municipalities.map((municipality, i) => {
    const trust = trusts.find((one) => one.municipalities.includes(municipality))
    if (trust === undefined) throw new Error(`expected a hospital trust for municipality ${municipality.number}`)
    return addPlace(building, municipality, trust, { lists: lists[i] ?? 1, offices: offices[i] ?? 1 })
  })
  addSpread(building, municipalities, '108', 'apotek', size.pharmacies)
  addSpread(building, municipalities, '104', 'røntgeninstitutt', size.radiologyInstitutes)
  addSpread(building, municipalities, '105', 'laboratorium', size.laboratories)
  return { parties: building.parties, places, trusts }
}

/** Each national service stands under an organisation of its own with the service's name: who runs it is not of our matter. */
function addNational(building: Building): void {
  for (const row of building.rows.filter((one) => one.businessType === '113'))
    addService(building, organisation(building, '113', row.name), row)
}

function addTrust(building: Building, name: string): Trust {
  const trust = organisation(building, '101', name)
  const services = addServices(building, trust)
  return {
    herId: trust.herId,
    somatic: must(services, '8668-1'),
    psychiatric: must(services, '8668-2'),
    departments: [...services].flatMap(([tjeneste, herId]) => (tjeneste.startsWith('8668-S') ? [herId] : [])),
    laboratorium: must(services, '8660-L03'),
    mikrobiologi: must(services, '8660-L04'),
    patologi: must(services, '8660-L06'),
    bildediagnostikk: must(services, '8660-B'),
    forskrivning: must(services, '8666-FR')
  }
}

function addPlace(
  building: Building,
  municipality: Municipality,
  trust: Trust,
  gps: { readonly lists: number; readonly offices: number }
): Place {
  const services = addServices(
    building,
    organisation(building, '102', `${municipality.name} kommune`),
    municipality.number
  )
  const fastleger = addGpOffices(building, {
    municipality,
    lists: gps.lists,
    offices: Math.min(gps.offices, gps.lists)
  })
  return {
    municipality,
    trust,
    fastleger,
    sykepleietjeneste: must(services, '8663-KP02'),
    saksbehandling: must(services, '8663-KD0501'),
    sykehjemslege: must(services, '8663-KP01'),
    legevakt: must(services, '8663-KA02')
  }
}

/** So many organisations of one type, spread by population. */
function addSpread(
  building: Building,
  municipalities: readonly Municipality[],
  businessType: string,
  kind: string,
  count: number
): void {
  const weights = municipalities.map((municipality) => municipality.weight)
  apportion(count, weights).forEach((here, i) => {
    const municipality = municipalities[i]
    for (let n = 1; municipality !== undefined && n <= here; n++)
      addServices(
        building,
        organisation(building, businessType, `${municipality.name} ${kind} ${n}`),
        municipality.number
      )
  })
}

function must(services: ReadonlyMap<string, HerId>, tjeneste: string): HerId {
  const herId = services.get(tjeneste)
  if (herId === undefined) throw new Error(`expected the table of services to give ${tjeneste} to all`)
  return herId
}
