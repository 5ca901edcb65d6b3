/** Who prescribes at a party: the fastlege himself, or one of the doctors of a hospital, a legevakt or a list without a GP. */
import { type Address, enterpriseAddressOf, type Party } from '@budstikka/meldinger'
import { inventName } from '../../names.ts'
import { createRng, whole } from '../../random.ts'

/** Doctors of a party that is no person: assumed. */
const doctors = 20

/** The party's address with the doctor; invented HPR numbers begin with 98 (our choice: nobody's). */
export function rekvirentAddress(party: Party, cause: string): Address {
  if (party.person !== undefined) return enterpriseAddressOf(party)
  const number = whole(createRng('rekvirent', cause), 1, doctors)
  const rng = createRng('lege', party.herId, number)
  const hprNumber = `98${String(whole(rng, 0, 9_999_999)).padStart(7, '0')}`
  return enterpriseAddressOf(party, { ...inventName(rng), hprNumber })
}
