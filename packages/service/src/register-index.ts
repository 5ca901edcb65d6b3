/** The parties of Adresseregisteret in memory, found by HER-id, by tjeneste and by municipality. */
import type { Party, PartyOrganisation, Register } from '@budstikka/meldinger'

export type RegisterIndex = Register & {
  readonly size: number
  /** All parties in order of HER-id, closed ones too. */
  all(): readonly Party[]
  put(party: Party): void
  delete(herId: string): void
}

/** `find` answers open parties only, in order of HER-id, so that a choice among them is the same in every run. */
export function createRegister(parties: Iterable<Party> = []): RegisterIndex {
  const byHerId = new Map<string, Party>()
  // The 16 500 parties of Norway have 2 900 organisations between them, and need not hold one each.
  const organisations = new Map<string, PartyOrganisation>()
  // Made at first question and forgotten at any change: changes are rare, questions are not.
  const found = new Map<string, readonly Party[]>()
  const register: RegisterIndex = {
    get size() {
      return byHerId.size
    },
    party: (herId) => byHerId.get(herId),
    all: () => remember('', () => true),
    find: (tjeneste, municipality) =>
      remember(`${tjeneste} ${municipality ?? ''}`, (party) => isIn(party, tjeneste, municipality)),
    put(party) {
      byHerId.set(party.herId, { ...party, organisation: shared(party.organisation) })
      found.clear()
    },
    delete(herId) {
      byHerId.delete(herId)
      found.clear()
    }
  }
  for (const party of parties) register.put(party)
  return register

  function shared(organisation: PartyOrganisation): PartyOrganisation {
    const known = organisations.get(organisation.herId)
    if (known !== undefined && isSame(known, organisation)) return known
    organisations.set(organisation.herId, organisation)
    return organisation
  }

  function remember(key: string, matches: (party: Party) => boolean): readonly Party[] {
    const known = found.get(key)
    if (known !== undefined) return known
    const fresh = [...byHerId.values()].filter(matches).toSorted(inOrder)
    found.set(key, fresh)
    return fresh
  }
}

const isSame = (one: PartyOrganisation, other: PartyOrganisation) =>
  one.name === other.name &&
  one.organisationNumber === other.organisationNumber &&
  one.businessType === other.businessType

const isIn = (party: Party, tjeneste: string, municipality: string | undefined) =>
  party.active && party.tjeneste === tjeneste && (municipality === undefined || party.municipality === municipality)

/** Shorter first, so that it is the order of the numbers although they are kept as text. */
export const inOrder = (a: { readonly herId: string }, b: { readonly herId: string }) =>
  a.herId.length - b.herId.length || (a.herId < b.herId ? -1 : a.herId > b.herId ? 1 : 0)
