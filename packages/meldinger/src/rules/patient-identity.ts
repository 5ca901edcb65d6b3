/** Whether a melding says well enough who the patient is (HITS 1168 §6.2). */
import type { Ident, Patient } from '../melding.ts'

/** OID of the list of person identifiers (8116). */
const personIdents8116 = '2.16.578.1.12.4.1.1.8116'

/** Identifiers that with a name are enough: fødselsnummer, D-nummer, felles hjelpenummer. A local H-nummer is not. */
const sufficientKinds = ['FNR', 'DNR', 'FHN']

/**
 * Enough is name + fødselsnummer, name + D-nummer, name + felles hjelpenummer, or name + birth date + sex (HITS 1168 §6.2).
 * Name is family name and given name. Only the form is looked at, never whether the number is somebody's.
 */
export function isIdentified(patient: Patient | undefined): boolean {
  if (patient === undefined || !hasName(patient)) return false
  return patient.idents.some(isSufficient) || (isFilled(patient.dateOfBirth) && isFilled(patient.sex))
}

/** A name in either part is a name: single names exist, and the standards do not say that both must be there (U). */
const hasName = (patient: Patient) => isFilled(patient.familyName) || isFilled(patient.givenName)

/** An unknown kind does not count, nor a known kind out of a list that is not 8116, nor an empty number. */
const isSufficient = ({ id, kind, codeSystem }: Ident) =>
  isFilled(id) && sufficientKinds.includes(kind) && (codeSystem === undefined || codeSystem === personIdents8116)

const isFilled = (text: string | undefined) => text !== undefined && text.trim() !== ''
