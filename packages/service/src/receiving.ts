/** What the rules must know of the party that a melding or a question is for, as the register has it. */
import type { Register } from '@budstikka/meldinger'

/** `herId`: level 2, as the subject names it. */
export function receiving(register: Register, herId: string) {
  const party = register.party(herId)
  return {
    herId,
    isRegistered: party !== undefined,
    organisationIds: party ? [party.organisation.herId, party.organisation.organisationNumber] : [],
    ownsService: (other: string) => register.party(other)?.organisation.herId === party?.organisation.herId
  }
}
