/** Display names (DN) of the code values that Budstikka itself writes; facts from the code lists, June 2025. */

/** OID of a code list (AppRec 1.1 §6.1). */
export function oidOf(list: string): string {
  return `2.16.578.1.12.4.1.1.${list}`
}

/** Identifiers of organisations (9051). */
const organisationIdKinds: Readonly<Record<string, string>> = {
  AKO: 'Apotekets konsesjonsnummer',
  APO: 'Apotekets identifikasjonsnummer',
  AVD: 'Off. identifikator for avdelinger',
  ENH: 'Organisasjonsnummeret i Enhetsregister',
  HER: 'HER-id',
  LAV: 'Lokal identifikator for avdelinger',
  LIN: 'Lokal identifikator for institusjoner',
  LOK: 'Lokal identifikator uten nærmere angivelse',
  NPR: 'NPR avdelingsnummer',
  RSH: 'Nasjonalt register over enheter i spesialisthelsetjenesten (RESH-ID)',
  SYS: 'SYSVAK institusjonsnummer'
}
/** Identifiers of persons (8116); where a kind stands in both, the name is the same. */
const personIdKinds: Readonly<Record<string, string>> = {
  DKF: "Dansk 'personnummer'",
  DNR: 'D-nummer',
  DUF: 'DUF-nummer',
  FHN: 'Felles hjelpenummer',
  FNR: 'Fødselsnummer',
  FPN: 'Forsikringspolise nummer',
  HER: 'HER-id',
  HNR: 'H-nummer',
  HPR: 'HPR-nummer',
  PNR: 'Passnummer',
  SEF: "Svensk 'personnummer'",
  SSN: 'Sosial security number',
  UID: 'Utenlandsk identifikasjon',
  XXX: 'Annet'
}
const identKinds = { ...organisationIdKinds, ...personIdKinds }
const receiverRoles: Readonly<Record<string, string>> = {
  COP: 'Kopimottaker',
  FR: 'Mottaker i videresendt melding',
  OR: 'Opprinnelig mottaker',
  PRIM: 'Primærmottaker'
}
const sexes: Readonly<Record<string, string>> = {
  '0': 'Ikke kjent',
  '1': 'Mann',
  '2': 'Kvinne',
  '9': 'Ikke spesifisert'
}
const appRecStatuses: Readonly<Record<string, string>> = { '1': 'OK', '2': 'Avvist', '3': 'OK, feil i delmelding' }

const professions: Readonly<Record<string, string>> = {
  AA: 'Ambulansearbeider',
  AT: 'Apotektekniker',
  FA1: 'Provisorfarmasøyt',
  FA2: 'Reseptarfarmasøyt',
  HF: 'Helsefagarbeider',
  JO: 'Jordmor',
  LE: 'Lege',
  OP: 'Optiker',
  SP: 'Sykepleier',
  TL: 'Tannlege',
  TP: 'Tannpleier',
  VE: 'Veterinær',
  VP: 'Vernepleier',
  XX: 'Ukjent/uspesifisert'
}
const addressTypes: Readonly<Record<string, string>> = {
  H: 'Bostedsadresse',
  HP: 'Folkeregisteradresse',
  PST: 'Postadresse',
  RES: 'Besøksadresse',
  TMP: 'Midlertidig adresse',
  WP: 'Arbeidsadresse'
}
const telecomTypes: Readonly<Record<string, string>> = {
  F: 'Fax',
  H: 'Hjemme eller ukjent',
  HP: 'Hovedtelefon',
  MC: 'Mobiltelefon',
  WC: 'Arbeidsplass, sentralbord',
  WP: 'Arbeidsplass'
}

/** The lists that have names here, by number. */
export const namedLists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '3101': sexes,
  '3401': addressTypes,
  '8112': receiverRoles,
  '8116': personIdKinds,
  '8258': appRecStatuses,
  '9051': organisationIdKinds,
  '9060': professions,
  '9061': telecomTypes
}

/** A code of a known list with its display name, where it has one (8116 and 9051, 8112, 3101, 8258, 9060, 3401, 9061). */
export const identKind = (code: string) => coded(identKinds, code)
/** Whether an identifier of this kind can be a person's. */
export const isPersonIdKind = (code: string) => Object.hasOwn(personIdKinds, code)
export const receiverRole = (code: string) => coded(receiverRoles, code)
export const sex = (code: string) => coded(sexes, code)
export const profession = (code: string) => coded(professions, code)
export const addressType = (code: string) => coded(addressTypes, code)
export const telecomType = (code: string) => coded(telecomTypes, code)
export const appRecStatus = (code: string) => coded(appRecStatuses, code)

function coded(names: Readonly<Record<string, string>>, code: string): { readonly V: string; readonly DN?: string } {
  const name = Object.hasOwn(names, code) ? names[code] : undefined
  return name === undefined ? { V: code } : { V: code, DN: name }
}
