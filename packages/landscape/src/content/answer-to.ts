/** The melding that a receiver answers with: who, what and when follow from the melding that is answered. */
import type { Melding, Party } from '@budstikka/meldinger'
import { derivedUuid } from '@budstikka/meldinger'
import { answerDelay } from '../answering.ts'
import { envelopeFor } from './envelope.ts'
import type { Occasion, Question } from './occasion.ts'
import { payloadFor } from './payload.ts'
import { timeavtalerBeside } from './timeavtaler.ts'

/** `type` is the answer's code of list 8279; `from` answers `to`, at `now` + answerDelay. The patient is the question's. */
export function answerTo(
  asked: Melding,
  answer: {
    readonly type: string
    readonly from: Party
    readonly to: Party
    readonly now: number
    /** A code that decides the content. */
    readonly detail?: string
    readonly question?: Question
    readonly answers?: Occasion['answers']
  }
): Melding {
  const { msgId, conversation, patient } = asked.envelope
  if (patient === undefined) throw new Error(`expected a patient in a melding that is answered, got none`)
  const { type, from, to, detail, question, answers } = answer
  const at = answer.now + answerDelay(asked.envelope.type, msgId)
  const id = patient.idents.find(({ kind }) => kind === 'FNR' || kind === 'DNR')?.id
  const refToConversation = conversation?.refToConversation ?? msgId
  const occasion: Occasion = {
    id: msgId,
    conversation: refToConversation,
    meldingType: type,
    at,
    status: 'N',
    ...(detail !== undefined && { detail }),
    from,
    to,
    patient: {
      givenName: patient.givenName ?? '',
      familyName: patient.familyName ?? '',
      ...(id !== undefined && { id })
    },
    ...(question && { question }),
    ...(answers && { answers })
  }
  return {
    envelope: envelopeFor({
      type,
      msgId: derivedUuid(at, 'svar', msgId),
      at,
      from,
      to,
      copies: [],
      patient,
      conversation: { refToParent: msgId, refToConversation }
    }),
    payload: payloadFor(occasion),
    attachments: timeavtalerBeside(occasion)
  }
}
