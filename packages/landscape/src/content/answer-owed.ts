/** The answer that a melding is owed by the one whom it is addressed to, by the rule that the plan is counted with. */
import type { Melding, Party } from '@budstikka/meldinger'
import { forsendelsesstatusOf, timeavtalerIn } from '@budstikka/meldinger'
import { z } from 'zod'
import { answerType, isAnswered, isWithCitizen } from '../answering.ts'
import { ikkeTilgang } from '../innbyggerdialoger.ts'
import { answerTo } from './answer-to.ts'
import { isCode } from './codes.ts'
import { citizenAnswer } from './innbyggerdialog.ts'
import { askedByNav, meetingAnswer, navLists } from './nav-dialog.ts'
import type { Question } from './occasion.ts'

/**
 * Undefined when none is owed. The caller keeps the rest of the rule: a copy receiver does not answer, nor is answered what
 * was rejected, came again, or was cancelled before it came. `now` is when it came, milliseconds since 1970; `hasJournal`: whether the
 * one who is asked treats the patient.
 */
export function answerOwed(
  asked: Melding,
  { from, to, now, hasJournal = true }: { from: Party; to: Party; now: number; hasJournal?: boolean }
): Melding | undefined {
  const { type, msgId, patient } = asked.envelope
  const content = contentOf(asked)
  const status = forsendelsesstatusOf(asked.payload) ?? 'N'
  if (patient === undefined || !isAnswered({ meldingType: type, status, content })) return undefined
  const answer = answerType(type, msgId, content)
  if (answer === undefined) return undefined
  const question = repeatsQuestion.test(type) ? questionOf(asked) : undefined
  const withCitizen = isWithCitizen(type) && content !== undefined
  const detail = withCitizen && !hasJournal ? ikkeTilgang : detailOf(answer, content, asked)
  const fraDato = withCitizen ? questionIn(asked)?.FraDato : undefined
  return answerTo(asked, {
    type: answer,
    from,
    to,
    now,
    ...(detail !== undefined && { detail }),
    ...(question && { question }),
    ...(withCitizen && {
      answers: { timeavtaler: timeavtalerIn(asked.attachments), ...(fraDato !== undefined && { fraDato }) }
    })
  })
}

function detailOf(
  answer: string,
  content: string | undefined,
  { envelope: { type, msgId } }: Melding
): string | undefined {
  if (content === 'dialogmote') return meetingAnswer(msgId)
  return isWithCitizen(type) && content !== undefined ? citizenAnswer(type, content, msgId) : details[answer]
}

/** Hospitals repeat what citizens ask of their appointments (the guide's TIMER). */
const repeatsQuestion = /^DIALOG_(FORESPORSEL|INNBYGGER_TIMER)$/

/** 9138 code 4: svar på forespørsel; 7322 code 7: mottak av utskrivningsklar pasient. */
const details: Readonly<Record<string, string>> = { MEDISINSKE_OPPLYSNINGER: '4', DIALOG_HELSEFAGLIG: '7' }

function contentOf(asked: Melding): string | undefined {
  const { type } = asked.envelope
  if (isWithCitizen(type)) return questionIn(asked)?.TypeForesp.V
  if (type === 'DIALOG_FORESPORSEL') {
    const question = questionOf(asked)
    return question && askedByNav(question)
  }
  return type === 'HELSEOPPLYSNINGER_LEGE' ? consultationTypeOf(asked) : undefined
}

/** What is read of HELSEOPPLYSNINGER_LEGE: code of list 9137. */
const Konsultasjon = z.object({
  InnholdKonsultasjon: z.object({ TypeInnholdKonsultasjon: z.object({ V: z.string() }) })
})

function consultationTypeOf({ payload }: Melding): string | undefined {
  const read = Konsultasjon.safeParse(payload.content)
  return read.success ? read.data.InnholdKonsultasjon.TypeInnholdKonsultasjon.V : undefined
}

/** What is read of a Forespørsel; that of some is repeated in the answer. */
const Foresporsel = z.object({
  TypeForesp: z.object({ V: z.string(), S: z.string() }),
  Sporsmal: z.unknown().optional(),
  FraDato: z.string().optional()
})
const Dialogmelding = z.object({ Foresporsel: z.tuple([Foresporsel], z.unknown()) })

function questionIn({ payload }: Melding): z.infer<typeof Foresporsel> | undefined {
  const read = Dialogmelding.safeParse(payload.content)
  return read.success ? read.data.Foresporsel[0] : undefined
}

function questionOf(asked: Melding): Question | undefined {
  const { TypeForesp, Sporsmal } = questionIn(asked) ?? {}
  if (TypeForesp === undefined || typeof Sporsmal !== 'string') return undefined
  const list = questionLists.find((known) => TypeForesp.S.endsWith(`.${known}`) && isCode(known, TypeForesp.V))
  return list === undefined ? undefined : { list, code: TypeForesp.V, text: Sporsmal }
}
const questionLists = ['9152', '9153', '7601', ...navLists] as const
