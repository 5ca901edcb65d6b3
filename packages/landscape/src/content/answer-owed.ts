/** The answer that a melding is owed by the one whom it is addressed to, by the rule that the plan is counted with. */
import type { Melding, Party } from '@budstikka/meldinger'
import { forsendelsesstatusOf } from '@budstikka/meldinger'
import { z } from 'zod'
import { answerType, isAnswered } from '../answering.ts'
import { answerTo } from './answer-to.ts'
import { isCode } from './codes.ts'
import type { Question } from './occasion.ts'

/**
 * Undefined when none is owed. The caller keeps the rest of the rule: a copy receiver does not answer, nor is answered what
 * was rejected, came again, or was cancelled before it came. `now` is when it came, milliseconds since 1970.
 */
export function answerOwed(
  asked: Melding,
  { from, to, now }: { from: Party; to: Party; now: number }
): Melding | undefined {
  const { type, msgId, patient } = asked.envelope
  const content = type === 'HELSEOPPLYSNINGER_LEGE' ? consultationTypeOf(asked) : undefined
  const status = forsendelsesstatusOf(asked.payload) ?? 'N'
  if (patient === undefined || !isAnswered({ meldingType: type, status, content })) return undefined
  const answer = answerType(type, msgId)
  if (answer === undefined) return undefined
  const question = type === 'DIALOG_FORESPORSEL' ? questionOf(asked) : undefined
  return answerTo(asked, { type: answer, from, to, now, ...(question && { question }) })
}

/** What is read of HELSEOPPLYSNINGER_LEGE: code of list 9137. */
const Konsultasjon = z.object({
  InnholdKonsultasjon: z.object({ TypeInnholdKonsultasjon: z.object({ V: z.string() }) })
})

function consultationTypeOf({ payload }: Melding): string | undefined {
  const read = Konsultasjon.safeParse(payload.content)
  return read.success ? read.data.InnholdKonsultasjon.TypeInnholdKonsultasjon.V : undefined
}

/** What is read of DIALOG_FORESPORSEL, to be repeated in the answer. */
const Foresporsel = z.object({ TypeForesp: z.object({ V: z.string(), S: z.string() }), Sporsmal: z.string() })
const Dialogmelding = z.object({ Foresporsel: z.tuple([Foresporsel], z.unknown()) })

function questionOf({ payload }: Melding): Question | undefined {
  const read = Dialogmelding.safeParse(payload.content)
  if (!read.success) return undefined
  const [{ TypeForesp, Sporsmal }] = read.data.Foresporsel
  const list = questionLists.find((known) => TypeForesp.S.endsWith(`.${known}`) && isCode(known, TypeForesp.V))
  return list === undefined ? undefined : { list, code: TypeForesp.V, text: Sporsmal }
}
const questionLists = ['9152', '9153'] as const
