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
  return patient.idents.some(isSufficient) || (isFilled(patient.dateOfBirth) && isKnownSex(patient.sex))
}

/** A name in either part is a name: single names exist, and the standards do not say that both must be there (U). */
const hasName = (patient: Patient) => isFilled(patient.familyName) || isFilled(patient.givenName)

/** List 3101: 0 is not known and 9 not specified, which is to say nothing (U). A code outside the list is no reason to refuse. */
const isKnownSex = (sex: string | undefined) => isFilled(sex) && sex !== '0' && sex !== '9'

/** An unknown kind does not count, nor a known kind out of a list that is not 8116, nor an empty number. */
const isSufficient = ({ id, kind, codeSystem }: Ident) =>
  isFilled(id) && sufficientKinds.includes(kind) && (codeSystem === undefined || codeSystem === personIdents8116)

const isFilled = (text: string | undefined) => text !== undefined && text.trim() !== ''
