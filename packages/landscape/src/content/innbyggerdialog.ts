/** DIALOG_INNBYGGER_*: a citizen asks the GP through Helsenorge, and is answered in the same conversation (Dialogmelding 1.1). */
import { type Payload, payloadOf } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { createRng, pick } from '../random.ts'
import { cv, isCode } from './codes.ts'
import { words } from './dialogmelding.ts'
import { dateOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'

/** What the citizen asks, by type: its code of list 7601. */
export const citizenAsks = {
  DIALOG_INNBYGGER_EKONTAKT: 'HE',
  DIALOG_INNBYGGER_EKONSULTASJON: 'SB',
  DIALOG_INNBYGGER_RESEPTFORNYELSE: 'RF',
  DIALOG_INNBYGGER_TIMEONSKE: 'OT'
} as const
type Asked = (typeof citizenAsks)[keyof typeof citizenAsks]

/** The happening's detail decides: a code of list 7602 makes it an answer. */
export function innbyggerdialog(occasion: Occasion, rng: Rng): Payload {
  const { meldingType, detail, at } = occasion
  if (isCode('7602', detail)) {
    const text = answers[detail] ?? ''
    const Notat = { TemaKodet: cv('7602', detail), TekstNotatInnhold: words(text), DatoNotat: dateOf(at) }
    return payloadOf('Dialogmelding', { Notat: [Notat] }, '1.1')
  }
  const [, code] = Object.entries(citizenAsks).find(([type]) => type === meldingType) ?? ['', 'HE' as const]
  const [EmneSporsmal, text] = pick<readonly [string, string]>(rng, questions[code])
  const Foresporsel = { TypeForesp: cv('7601', code), EmneSporsmal, Sporsmal: words(text) }
  return payloadOf('Dialogmelding', { Foresporsel: [Foresporsel] }, '1.1')
}

/** How a GP answers what was asked, a code of list 7602; chance under the id of the question decides, by shares that are assumed. */
export function citizenAnswer(asked: string, msgId: string): string | undefined {
  const answered = Object.entries(answeredWith).find(([code]) => code === asked)?.[1]
  return answered && pick(createRng('innbyggersvar', msgId), answered)
}

const answeredWith: Readonly<Record<Asked, readonly string[]>> = {
  HE: ['19'],
  SB: ['12'],
  RF: ['14', '14', '14', '14', '15'],
  OT: ['05', '05', '05', '06']
}
const questions: Readonly<Record<Asked, readonly (readonly [string, string])[]>> = {
  HE: [
    ['Attest', 'Jeg trenger en attest til arbeidsgiver. Hva må dere vite?'],
    ['Resultat av prøver', 'Har svarene på blodprøvene kommet, og er alt i orden?']
  ],
  SB: [
    ['Utslett på armen', 'Utslettet har vart i to uker og klør om natten. Bør jeg bruke salven lenger?'],
    ['Hoste', 'Jeg har hostet i tre uker uten feber. Bør jeg undersøkes?'],
    ['Bivirkning', 'Jeg blir svimmel av den nye medisinen. Skal jeg fortsette?']
  ],
  RF: [
    ['Blodtrykksmedisin', 'Jeg har tabletter for en uke igjen.'],
    ['Allergimedisin', 'Resepten er gått ut, og sesongen begynner snart.']
  ],
  OT: [
    ['Ønske om time', 'Helst formiddag. Jeg har vondt i et kne.'],
    ['Ønske om time', 'Gjelder årlig kontroll, det haster ikke.']
  ]
}
const answers: Readonly<Record<string, string>> = {
  '05': 'Du har fått time. Tid og sted kommer også på SMS.',
  '06': 'Det er ingen ledig time nå. Ring oss dersom det haster.',
  '12': 'Dette går som regel over av seg selv. Bestill time om det ikke er bedre om en uke.',
  '14': 'Resepten er fornyet og kan hentes på apotek.',
  '15': 'Resepten kan ikke fornyes uten en kontroll. Bestill time.',
  '19': 'Vi har sett på henvendelsen, og alt er i orden.'
}
