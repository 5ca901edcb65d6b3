/** What Helsenorge and Pasientreiser are told and asked over the bus, and their subjects. Our choice: the real ones are web solutions. */
import { oppslagSubject } from './subjects.ts'

/**
 * aktivitet: a batch of what visitors do on Helsenorge; besokstall: visits, log-ins and visits to each service; soknad: an application
 * for refund of a journey; reise: where one stands; soknadstall: how many there are, by state.
 */
export type HelsenorgeQuestion = (typeof questions.helsenorge | typeof questions.pasientreiser)[number]
const questions = {
  helsenorge: ['aktivitet', 'besokstall'],
  pasientreiser: ['soknad', 'reise', 'soknadstall']
} as const

/** oppslag.<helsenorge|pasientreiser>.register.<from>.<question>; `from`: who asks, `*` to hear everybody. */
export const helsenorgeQuestionSubject = (question: HelsenorgeQuestion, from: string) =>
  oppslagSubject(
    questions.helsenorge.some((one) => one === question) ? 'helsenorge' : 'pasientreiser',
    'register',
    from,
    question
  )
