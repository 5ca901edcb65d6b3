/** The look-ups of a pharmacy: what it asks Reseptformidleren, with ids that follow from why it asks. */
import type { Hendelse } from '@budstikka/landscape'
import { type Melding, payloadOf } from '@budstikka/meldinger'
import { type AskingParties, questionMelding } from '@budstikka/service'

const minuteMs = 60_000
const nei = { V: '2', DN: 'Nei' }
/** Who asks at the pharmacy: our choice, nobody's HPR number. */
const AnsattId = '990000000'

/** M9.1: all that the patient can get. */
export const asksForList = (hendelse: Hendelse, parties: AskingParties): Melding =>
  questionMelding(hendelse, parties, {
    type: 'ERM91',
    before: 2 * minuteMs,
    payload: payloadOf('M9.1', {
      Fnr: hendelse.patient,
      AlleResepter: nei,
      AnsattId,
      InkluderVergeinnsynsreservasjon: nei
    })
  })

/** M9.3: the one that the patient came for, or that a doctor sent; a locked one by its reference number too. MsgIds say what it follows. */
export function takesInHand(
  hendelse: Hendelse,
  parties: AskingParties,
  about: {
    readonly reseptId: string
    readonly begins: string
    readonly follows: string
    readonly refNr?: string | undefined
  }
): Melding {
  const melding = questionMelding(hendelse, parties, {
    type: 'ERM93',
    before: minuteMs,
    payload: payloadOf('M9.3', { ReseptId: about.reseptId, RefNr: about.refNr, AnsattId })
  })
  const conversation = { refToParent: about.follows, refToConversation: about.begins }
  return { ...melding, envelope: { ...melding.envelope, conversation } }
}

/** M9NA1: what a customer who has logged in at a net pharmacy can get. */
export const asksForKunde = (hendelse: Hendelse, parties: AskingParties): Melding =>
  withBevis(
    questionMelding(hendelse, parties, {
      type: 'ERM9NA1',
      before: 2 * minuteMs,
      payload: payloadOf('M9NA1', { IdKunde: kunde(hendelse) })
    }),
    hendelse
  )

/** M9NA3: more on the one that the customer wants. */
export const asksForOne = (hendelse: Hendelse, parties: AskingParties, ReseptId: string): Melding =>
  withBevis(
    questionMelding(hendelse, parties, {
      type: 'ERM9NA3',
      before: minuteMs,
      payload: payloadOf('M9NA3', { IdKunde: kunde(hendelse), ReseptId })
    }),
    hendelse
  )

const kunde = ({ patient }: Hendelse) => {
  const isDNumber = patient >= '4'
  const DN = isDNumber ? 'D-nummer' : 'Fødselsnummer'
  return { Id: patient, TypeId: { V: isDNumber ? 'DNR' : 'FNR', S: '2.16.578.1.12.4.1.1.8116', DN } }
}

/** The customer's token goes along. Nobody is HelseID here, so it is what HelseID would say, unsigned. */
function withBevis(melding: Melding, { patient }: Hendelse): Melding {
  const claims = { 'helseid://claims/identity/security_level': '4', 'helseid://claims/identity/pid': patient }
  const token = [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const base64 = Buffer.from(`${token.join('.')}.`).toString('base64')
  return { ...melding, attachments: [{ mimeType: 'application/jwt', base64 }] }
}

/** M9.11: what a multidose patient is to have. */
export const asksForMedicineList = (hendelse: Hendelse, parties: AskingParties): Melding =>
  questionMelding(hendelse, parties, {
    type: 'ERM911',
    before: minuteMs,
    payload: payloadOf('M9.11', { Fnr: hendelse.patient, AnstattId: AnsattId, Komprimering: '0' })
  })
