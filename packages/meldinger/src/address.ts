/** How a communication party stands in an envelope: both levels, with HER-id and name (HIS 1153-2: AD2.2–AD2.8). */
import type { Address, Ident } from './melding.ts'
import type { Party } from './party.ts'

/** OID of list 9051, organisation ids; samples tag HER-ids of persons with it too. */
export const organisationIds9051 = '2.16.578.1.12.4.1.1.9051'
/** OID of list 8116, person ids. */
export const personIds8116 = '2.16.578.1.12.4.1.1.8116'

const her = (id: string): Ident => ({ id, kind: 'HER', codeSystem: organisationIds9051 })

/** The address of a party, to send to it or from it. */
export function addressOf({ herId, name, organisation, person }: Party): Address {
  const level1 = {
    name: organisation.name,
    idents: [
      her(organisation.herId),
      { id: organisation.organisationNumber, kind: 'ENH', codeSystem: organisationIds9051 }
    ]
  }
  if (person === undefined) return { organisation: level1, service: { name, idents: [her(herId)] } }
  const { givenName, familyName, hprNumber } = person
  const idents = [her(herId), { id: hprNumber, kind: 'HPR', codeSystem: personIds8116 }]
  return { organisation: level1, person: { givenName, familyName, idents } }
}

/**
 * The party as e-resept addresses it: an enterprise of one level, since Reseptformidleren has no support for an organisation
 * within an organisation (list 7419, 326); with the doctor who prescribes, whose HPR number has nine digits there (19).
 */
export function enterpriseAddressOf({ herId, name, organisation, person }: Party, doctor = person): Address {
  const number = { id: organisation.organisationNumber, kind: 'ENH', codeSystem: organisationIds9051 }
  const enterprise = { name: person === undefined ? name : organisation.name, idents: [number, her(herId)] }
  if (doctor === undefined) return { organisation: enterprise }
  const { givenName, familyName, hprNumber } = doctor
  const hpr = { id: hprNumber.padStart(9, '0'), kind: 'HPR', codeSystem: personIds8116 }
  return { organisation: enterprise, person: { givenName, familyName, idents: [hpr], profession: 'LE' } }
}
