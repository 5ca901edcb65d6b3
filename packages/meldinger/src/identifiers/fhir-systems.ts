/** Identifiers, code lists and profiles as FHIR names them in Norway (no-basis R4). */

const oid = 'urn:oid:2.16.578.1.12.4.1.'

/** Of persons and organisations, by their kind in lists 8116 and 9051. */
export const identifierSystems = {
  FNR: `${oid}4.1`,
  DNR: `${oid}4.2`,
  HPR: `${oid}4.4`,
  ENH: `${oid}4.101`,
  HER: `${oid}2`
} as const
export const listSystem = (list: string) => `${oid}1.${list}`
export const noBasis = (name: string) => `http://hl7.no/fhir/StructureDefinition/no-basis-${name}`
