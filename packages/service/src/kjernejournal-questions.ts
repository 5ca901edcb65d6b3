/** The questions that Kjernejournal answers over the bus, and their subjects. */
import { oppslagSubject } from './subjects.ts'

/** Service type of Kjernejournal (list 8658), where a record system and Helsenorge ask. */
export const kjernejournalTjeneste = '8658-2'

/**
 * helseindikator, journal and kritisk: by personnel; registrer: critical information; innbygger and valg: by a person, through
 * Helsenorge. Our choice: the real one is asked over HTTP, and list 8279 has no code for it.
 */
export const kjernejournalQuestions = [
  'helseindikator',
  'journal',
  'kritisk',
  'registrer',
  'innbygger',
  'valg'
] as const
export type KjernejournalQuestion = (typeof kjernejournalQuestions)[number]

/** oppslag.8658-2.<to>.<from>.<question>; `*` for `to` and `from` to hear everybody. Whose it is stands in the body. */
export const kjernejournalQuestionSubject = (question: KjernejournalQuestion, to: string, from: string) =>
  oppslagSubject(kjernejournalTjeneste, to, from, question)

/** Questions of whoever runs the machine. */
export const kjernejournalSubjects = {
  /** { fodselsnummer } → everything that is kept of a person. */
  vis: 'oppslag.kjernejournal.vis',
  /** Nothing → how often was looked. */
  tall: 'oppslag.kjernejournal.tall'
} as const
