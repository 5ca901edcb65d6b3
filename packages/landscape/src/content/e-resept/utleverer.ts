/** A pharmacy as it stands in an envelope of e-resept: with its licence beside its other numbers. */
import { type Address, enterpriseAddressOf, organisationIds9051, type Party } from '@budstikka/meldinger'

/** Type of enterprise, list 9040. */
export const isApotek = ({ organisation }: Party) => organisation.businessType === '108'

/** The licence number (AKO, list 9051) is the HER-id: our choice, nobody's. */
export function apotekAddress(party: Party): Address {
  const { organisation, ...rest } = enterpriseAddressOf(party)
  const licence = { id: party.herId, kind: 'AKO', codeSystem: organisationIds9051 }
  return { ...rest, organisation: { ...organisation, idents: [...organisation.idents, licence] } }
}
