/** The envelope of a melding that somebody here sends: both parties, the patient, the time and the references. */
import type { Envelope, Patient, Party } from '@budstikka/meldinger'
import { addressOf, personIds8116 } from '@budstikka/meldinger'
import type { Person } from '../persons.ts'
import { dateTimeOf } from './local-time.ts'

export type EnvelopeParts = {
  readonly type: string
  readonly msgId: string
  /** Simulated time, milliseconds since 1970. */
  readonly at: number
  readonly from: Party
  readonly to: Party
  readonly copies: readonly Party[]
  readonly patient: Patient
  readonly conversation?: NonNullable<Envelope['conversation']>
}

/** Both levels with HER-ids and names for sender and receivers (AD2.2–AD2.8). */
export function envelopeFor({ type, msgId, at, from, to, copies, patient, conversation }: EnvelopeParts): Envelope {
  return {
    type,
    msgId,
    genDate: dateTimeOf(at),
    ...(conversation && { conversation }),
    sender: addressOf(from),
    receiver: addressOf(to),
    copies: copies.map((copy) => ({ ...addressOf(copy), role: 'COP' })),
    patient
  }
}

/** Name, birth date, sex and number; a number whose day is raised by 40 is a D-nummer. */
export function patientOf({ id, givenName, familyName, birthDate, sex }: Person): Patient {
  const kind = id < '4' ? 'FNR' : 'DNR'
  return { familyName, givenName, dateOfBirth: birthDate, sex, idents: [{ id, kind, codeSystem: personIds8116 }] }
}

/** Somebody of whom the name alone is known: a receiver must refuse (E36). */
export const unidentified = ({ givenName, familyName }: Person): Patient => ({ familyName, givenName, idents: [] })
