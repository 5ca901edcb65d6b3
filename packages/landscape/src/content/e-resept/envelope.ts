/** The envelope of a melding in e-resept: a doctor signs what is prescribed, and a fødselsnummer stands alone. */
import { enterpriseAddressOf, type Envelope, type Patient } from '@budstikka/meldinger'
import { envelopeFor, type EnvelopeParts } from '../envelope.ts'
import { rekvirentAddress } from './rekvirent.ts'
import { apotekAddress, isApotek } from './utleverer.ts'

export const isEresept = (meldingType: string) => /^ERM\d/.test(meldingType)

/**
 * The conversation of a report is that of its look-ups, so who asked adds it; M1 and M5 begin one. Beside a fødselsnummer there is no
 * birth date (7419 code 111). Of a party's doctors one acts throughout a journey.
 */
export function ereseptEnvelope({ conversation: ours, ...parts }: EnvelopeParts): Envelope {
  const { from, to, patient, msgId } = parts
  return {
    ...envelopeFor(parts),
    sender: isApotek(from) ? apotekAddress(from) : rekvirentAddress(from, ours?.refToConversation ?? msgId),
    receiver: enterpriseAddressOf(to),
    patient: withNumberAlone(patient)
  }
}

function withNumberAlone(patient: Patient): Patient {
  if (!patient.idents.some(({ kind }) => kind === 'FNR')) return patient
  const { dateOfBirth: _inTheNumber, ...rest } = patient
  return rest
}
