/** The questions that Grunndata answers over the bus beside those about deaths, and their subjects. */
import { oppslagSubject } from './subjects.ts'

/**
 * personell: one by HPR number; fastlege: whose list a person is on; kodeverk: a code list, or one code of it; personellendringer
 * and fastlegeendringer: what has changed after a sequence number; brukt: what a caller has looked up in its own copy; tall: how
 * much was looked up, by register and caller. Our choice: the real ones are asked over HTTP.
 */
export const grunndataQuestions = [
  'personell',
  'personellendringer',
  'fastlege',
  'fastlegeendringer',
  'kodeverk',
  'brukt',
  'tall'
] as const
export type GrunndataQuestion = (typeof grunndataQuestions)[number]

/** oppslag.grunndata.register.<from>.<question>; `from`: who asks, `*` to hear everybody. */
export const grunndataQuestionSubject = (question: GrunndataQuestion, from: string) =>
  oppslagSubject('grunndata', 'register', from, question)
