/** DIALOG_INNBYGGER_*: a citizen asks through Helsenorge and is answered in the same conversation; a GP tells of an appointment (Dialogmelding). */
import { type Payload, payloadOf } from '@budstikka/meldinger'
import { type Innbyggerdialog, innbyggerdialoger } from '../innbyggerdialoger.ts'
import type { Rng } from '../random.ts'
import { createRng, pick } from '../random.ts'
import { cv, isCode } from './codes.ts'
import { questionFields, role, words } from './dialogmelding.ts'
import { questions, replies } from './innbygger-words.ts'
import { dateOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'

const dayMs = 86_400_000
/** For how long free times are asked for: as in the guide's example. */
const askedDays = 28

/** The happening's detail decides: a code of list 7602 is an answer, or an appointment that is told of; others are questions. */
export function innbyggerdialog(occasion: Occasion, rng: Rng): Payload {
  const dialog = innbyggerdialoger[occasion.meldingType]
  if (dialog === undefined) throw new Error(`expected a dialogue with a citizen, got ${occasion.meldingType}`)
  if (occasion.answers !== undefined) return answer(occasion, dialog, rng)
  const { list, code } = subjectOf(occasion)
  const TypeForesp = cv(list, code)
  if (list === '7602') return payloadOf('Dialogmelding', { Foresporsel: [{ TypeForesp }] }, '1.1')
  const [emne, text] = pick(rng, questions[code] ?? [['', '']])
  if (dialog.version === '1.0')
    return payloadOf('Dialogmelding', { Foresporsel: [{ TypeForesp, ...(text && { Sporsmal: text }) }] }, '1.0')
  const Foresporsel = {
    TypeForesp,
    ...(emne && { EmneSporsmal: emne }),
    ...(text && { Sporsmal: words(text) }),
    ...(code === 'HLT' && periodFrom(occasion.at))
  }
  return payloadOf('Dialogmelding', { Foresporsel: [Foresporsel] }, '1.1')
}

/** What the GP tells of unasked (list 7602) stands where a question would (7601; 7605 of a register), as the guide has it; of no code, the type's first question. */
export function subjectOf({ meldingType, detail }: Occasion): {
  readonly list: '7601' | '7602' | '7605'
  readonly code: string
} {
  if (isCode('7602', detail)) return { list: '7602', code: detail }
  const known = Object.keys(innbyggerdialoger[meldingType]?.asks ?? {})
  const code = known.find((one) => one === detail) ?? known[0] ?? ''
  return { list: isCode('7605', code) ? '7605' : '7601', code }
}

const periodFrom = (at: number) => ({ FraDato: dateOf(at + dayMs), TilDato: dateOf(at + askedDays * dayMs) })

/** A hospital repeats what was asked and says who answers, as the guide's examples do. */
function answer(occasion: Occasion, { version }: Innbyggerdialog, rng: Rng): Payload {
  const { detail = '', at, question } = occasion
  const Notat = {
    TemaKodet: cv(isCode('7606', detail) ? '7606' : '7602', detail),
    ...(replies[detail] && { TekstNotatInnhold: words(replies[detail]) }),
    DatoNotat: dateOf(at)
  }
  if (version === '1.1') return payloadOf('Dialogmelding', { Notat: [Notat] }, '1.1')
  const Foresporsel = question && questionFields(question)
  const RollerRelatertNotat = [role(occasion, rng)]
  return payloadOf(
    'Dialogmelding',
    { Notat: [{ ...Notat, ...(Foresporsel && { Foresporsel }), RollerRelatertNotat }] },
    '1.0'
  )
}

/** How what was asked is answered, a code of list 7602 or 7606; chance under the id of the question decides. Undefined where nobody knows the code. */
export function citizenAnswer(meldingType: string, asked: string, msgId: string): string | undefined {
  const svar = innbyggerdialoger[meldingType]?.asks[asked]?.svar
  return svar && pick(createRng('innbyggersvar', msgId), svar)
}
