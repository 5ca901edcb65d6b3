/** What NAV and doctors write to each other in a dialogue, Dialogmelding 1.0 as navikt/isdialogmelding writes it (lists 8125 to 8129). */
import type { Rng } from '../random.ts'
import { createRng, pick } from '../random.ts'
import type { List } from './codes.ts'
import type { Occasion, Question } from './occasion.ts'

/** List 8658. */
export const isNav = ({ tjeneste }: Occasion['from']) => tjeneste === '8658-5'

/** What NAV asks a doctor for: the happening's detail. Of a statement, and of what must wait, the words alone tell. */
const questions = {
  tilleggsopplysninger: {
    list: '8129',
    code: '1',
    texts: [
      'Ber om opplysninger om funksjonsevne og behandling til vurdering av sykepenger.',
      'Kan pasienten være i delvis arbeid med tilrettelegging? Hva er planen videre?'
    ]
  },
  legeerklaring: { list: '8129', code: '1', texts: ['Ber om legeerklæring ved arbeidsuførhet etter åtte uker.'] },
  avventer: { list: '8129', code: '1', texts: ['Ber om vurdering av utredningen når den er avsluttet.'] },
  paaminnelse: { list: '8129', code: '2', texts: ['Vi viser til tidligere forespørsel, og ber om svar.'] },
  dialogmote: { list: '8125', code: '1', texts: ['Du innkalles til dialogmøte 2 på NAV-kontoret.'] }
} as const satisfies Readonly<Record<string, Omit<Question, 'text'> & { readonly texts: readonly string[] }>>
type Asked = keyof typeof questions
const isAsked = (detail: string | undefined): detail is Asked => detail !== undefined && detail in questions

export function navQuestion({ detail }: Occasion, rng: Rng): Question {
  const { list, code, texts } = questions[isAsked(detail) ? detail : 'tilleggsopplysninger']
  return { list, code, text: pick<string>(rng, texts) }
}

/** What a question of NAV asks for, as a doctor understands it; undefined for one that is not NAV's. */
export function askedByNav({ list, code, text }: Question): Asked | undefined {
  if (list === '8125') return 'dialogmote'
  if (list !== '8129') return undefined
  if (code === '2') return 'paaminnelse'
  if (questions.avventer.texts.some((known) => known === text)) return 'avventer'
  return /legeerklæring/i.test(text) ? 'legeerklaring' : 'tilleggsopplysninger'
}

/** How a doctor answers a call to a meeting, list 8126; chance under the id of the call decides, by shares that are assumed. */
export const meetingAnswer = (msgId: string) => pick(createRng('møtesvar', msgId), ['1', '1', '1', '2', '3'])

/** What a doctor writes in an answer to NAV. */
export function answerToNav({ list }: Question, detail: string | undefined, rng: Rng): string {
  return list === '8125' ? (meetings[detail ?? ''] ?? '') : pick(rng, answers)
}
const meetings: Readonly<Record<string, string>> = {
  '1': 'Jeg kommer til møtet.',
  '2': 'Jeg er opptatt den dagen, og ber om et annet tidspunkt.',
  '3': 'Jeg kan ikke komme. Pasienten følges opp av spesialist.'
}
const answers = [
  'Pasienten kan prøve gradert arbeid fra neste måned. Trenger tilrettelegging uten tunge løft.',
  'Funksjonsevnen er fortsatt nedsatt. Ny kontroll om seks uker.',
  'Utredningen er avsluttet. Bedring ventes innen tre måneder.'
]

/** A note of NAV: the detail is a code of list 8127. */
export function navNote({ detail }: Occasion): { readonly code: keyof typeof notes; readonly text: string } {
  const code = detail === '3' ? '3' : '8'
  return { code, text: notes[code] }
}
const notes = {
  '3': 'Legeerklæringen mangler vurdering av arbeidsevnen, og honoreres ikke. Ber om ny erklæring.',
  '8': 'Til orientering: saken er overført til et annet NAV-kontor.'
}

/** The lists that NAV's own questions and a doctor's answers to them are of. */
export const navLists = ['8125', '8129'] as const satisfies readonly List[]
