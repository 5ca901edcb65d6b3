/** What kjernejournal asks others of a person and of an enterprise: Folkeregisteret, Fastlegeregisteret and Adresseregisteret. */
import { familyOf, type Landscape, type Person } from '@budstikka/landscape'
import type { Party, PartyOrganisation } from '@budstikka/meldinger'
import { type RegisterReplica, resolveParty } from '@budstikka/service'
import type { Config } from './config.ts'
import type { Known } from './rules.ts'

export type World = {
  /** Throws on a number that is not synthetic. */
  person(fodselsnummer: string): Person
  /** The same, with the names of what stands there as numbers. */
  hvem(fodselsnummer: string): Hvem
  party(herId: string): Party | undefined
  /** The enterprise of an organisation number, with the service types that it has. */
  enterprise(organisasjonsnummer: string): Enterprise | undefined
}
export type Hvem = {
  readonly person: Person
  /** Of the GP; undefined for one that the register does not know. */
  readonly fastlege: string | undefined
  readonly kommune: string
}
export type Enterprise = { readonly organisasjon: PartyOrganisation; readonly tjenester: ReadonlySet<string> }

export function worldOf({ person, placeOf }: Pick<Landscape, 'person' | 'placeOf'>, register: RegisterReplica): World {
  let enterprises: Map<string, { organisasjon: PartyOrganisation; tjenester: Set<string> }> | undefined
  register.onChange(() => (enterprises = undefined))
  return {
    person,
    hvem(fodselsnummer) {
      const who = person(fodselsnummer)
      const kommune = placeOf(who.municipality).municipality.name
      return { person: who, fastlege: register.party(who.fastlege)?.name, kommune }
    },
    party: register.party,
    enterprise: (number) => {
      // Made when it is first asked for: until then the register may still be filling.
      if (enterprises === undefined || enterprises.size === 0) enterprises = enterprisesIn(register.all())
      return enterprises.get(number)
    }
  }
}

function enterprisesIn(parties: readonly Party[]) {
  const all = new Map<string, { organisasjon: PartyOrganisation; tjenester: Set<string> }>()
  for (const { organisation, tjeneste, active } of parties) {
    if (!active) continue
    const known = all.get(organisation.organisationNumber)
    if (known === undefined)
      all.set(organisation.organisationNumber, { organisasjon: organisation, tjenester: new Set([tjeneste]) })
    else known.tjenester.add(tjeneste)
  }
  return all
}

/** What the rules know, by the configuration and the world. */
export function knownOf(config: Config, world: World, register: RegisterReplica): Known {
  return {
    roles: config.KJ_ROLES,
    businessTypes: config.KJ_BUSINESS_TYPES,
    nurse: { treatments: config.KJ_NURSE_TREATMENTS, implants: config.KJ_NURSE_IMPLANTS },
    fastlegekontorOf(fodselsnummer) {
      const resolved = resolveParty(register, world.person(fodselsnummer).fastlege)
      return resolved.type === 'open' ? resolved.party.organisation.herId : undefined
    },
    familyOf: (fodselsnummer) => familyOf(config.LANDSCAPE_SEED, fodselsnummer)
  }
}
