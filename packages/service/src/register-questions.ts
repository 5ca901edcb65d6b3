/** The questions that Adresseregisteret answers over the bus, and their subjects. */
import { oppslagSubject } from './subjects.ts'

/**
 * part: one party by HER-id; sok: parties by name, number, municipality or tjeneste; fastlege: the GP of a person; endringer: what
 * has changed after a sequence number; brukt: what a caller has looked up in its own copy; tall: how much, by caller.
 * Our choice: the real register is asked over SOAP and REST, and list 8279 has no code for it, so the words are ours.
 */
export const registerQuestions = ['part', 'sok', 'fastlege', 'endringer', 'brukt', 'tall'] as const
export type RegisterQuestion = (typeof registerQuestions)[number]

/**
 * oppslag.adresseregister.register.<from>.<question>. The register is no communication party and so has no HER-id:
 * `register` stands where one would. `from`: HER-id of who asks, `*` to hear everybody. What is asked for stands in the
 * body, since a person number never stands in a subject.
 */
export const registerQuestionSubject = (question: RegisterQuestion, from: string) =>
  oppslagSubject('adresseregister', 'register', from, question)
