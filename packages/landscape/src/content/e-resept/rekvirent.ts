/** Who prescribes at a party: the fastlege himself, or one of the doctors of a hospital, a legevakt or a list without a GP. */
import { type Address, enterpriseAddressOf, type Party } from '@budstikka/meldinger'
import { inventName } from '../../names.ts'
import { createRng, whole } from '../../random.ts'

/** Doctors of a party that is no person: assumed. */
const doctors = 20

/** The party's address with the doctor whom `cause` (the MsgId that a journey began with) decides; invented HPR numbers begin with 98 (our choice: nobody's). */
export function rekvirentAddress(party: Party, cause: string): Address {
  if (party.person !== undefined) return enterpriseAddressOf(party)
  return enterpriseAddressOf(party, doctorOf(party.herId, whole(createRng('rekvirent', cause), 1, doctors)))
}

/** Everybody who prescribes at a party that is no person. */
export const doctorsOf = (herId: string) => Array.from({ length: doctors }, (_, index) => doctorOf(herId, index + 1))

function doctorOf(herId: string, number: number) {
  const rng = createRng('lege', herId, number)
  const hprNumber = `98${String(whole(rng, 0, 9_999_999)).padStart(7, '0')}`
  return { ...inventName(rng), hprNumber }
}
