/** Where a death is told over the bus: the doors of Folkeregisteret and Dødsårsaksregisteret, and their subjects. */
import { oppslagSubject } from './subjects.ts'

/**
 * doedsfall_v1 and annullering_av_doedsfall_v1: XML in, XML out, as Folkeregisteret's own addresses are called; sakbeslutning:
 * what somebody at Folkeregisteret decides of a case; hendelser: its feed of decisions, and of cases that somebody looks at; person:
 * what it has of somebody; dodsarsak: a cause for Dødsårsaksregisteret; dodsfalltall and arsakstall: how many deaths and causes each
 * register has, by month and by how it was told.
 */
export type DeathQuestion = (typeof questions)[keyof typeof questions][number]
/** Where only the command line asks. */
export const saksbehandlingToken = 'folkeregisteret-saksbehandling'
const questions = {
  folkeregisteret: ['doedsfall_v1', 'annullering_av_doedsfall_v1', 'hendelser', 'person', 'dodsfalltall'],
  /** Apart, since whoever tells of a death must not decide of it. */
  [saksbehandlingToken]: ['sakbeslutning'],
  dodsarsaksregisteret: ['dodsarsak', 'arsakstall']
} as const

/**
 * oppslag.<register>.register.<from>.<question>. Our choice: over the bus a register has no address to be configured. As with
 * Adresseregisteret, `register` stands where a HER-id would. `from`: who asks, `*` to hear everybody.
 */
export const deathQuestionSubject = (question: DeathQuestion, from: string) =>
  oppslagSubject(registerOf(question), 'register', from, question)

const registerOf = (question: DeathQuestion) =>
  Object.entries(questions).find(([, asked]) => asked.some((one) => one === question))?.[0] ?? 'folkeregisteret'
