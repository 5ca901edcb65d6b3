/** The questions to Adresseregisteret and their answers, the same over HTTP and over the bus. */
import type { HerId, Party } from '@budstikka/meldinger'
import {
  answerJson,
  askerOf,
  Brukt,
  type LookUpCounts,
  type Problem,
  type RegisterQuestion,
  registerQuestionSubject,
  type RegisterReplica
} from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { z } from 'zod'
import { feedOf, FeedQuery } from './party-change.ts'
import type { Endringer } from './state.ts'
import { FastlegeQuestion, findFastlege, lookUp, type PartyPage, PartQuestion, PartyQuery, search } from './look-up.ts'

export type Answers = {
  part(question: z.infer<typeof PartQuestion>): Party | Problem
  sok(question: PartyQuery): PartyPage
  fastlege(question: z.infer<typeof FastlegeQuestion>): Party | Problem
}

export const answersOf = (register: RegisterReplica, fastlegeOf: (id: string) => HerId): Answers => ({
  part: ({ herId }) => lookUp(register, herId),
  sok: (query) => search(register.all(), query),
  fastlege: ({ fodselsnummer }) => findFastlege(register, fastlegeOf, fodselsnummer)
})

/** A question that has an id counts once, however often it is asked. */
const Once = { id: z.string().min(1).max(64).optional() }

/** One NATS endpoint a question; JSON in, JSON out, and a `problem` with what was expected where there is no answer. */
export function endpointsOf(answers: Answers, endringer: Endringer, counts: LookUpCounts): Endpoint[] {
  return [
    endpoint('part', PartQuestion.extend(Once), ({ id, ...question }, from) => {
      counts.count('virksomhet', from, id)
      return answers.part(question)
    }),
    endpoint('sok', PartyQuery.extend(Once), ({ id, ...question }, from) => {
      counts.count('virksomhet', from, id)
      return answers.sok(question)
    }),
    endpoint('fastlege', FastlegeQuestion.extend(Once), ({ id, ...question }, from) => {
      counts.count('fastlege', from, id)
      return answers.fastlege(question)
    }),
    endpoint('endringer', FeedQuery, (query) => feedOf(endringer, query)),
    endpoint('brukt', Brukt, (brukt, from) => {
      counts.use(from, brukt)
      return {}
    }),
    endpoint('tall', z.unknown(), () => counts.all())
  ]
}

const endpoint = <Schema extends z.ZodType>(
  name: RegisterQuestion,
  schema: Schema,
  answer: (question: z.output<Schema>, from: string) => unknown
): Endpoint => ({
  name,
  subject: registerQuestionSubject(name, '*'),
  answer: ({ subject, body }) => answerJson(schema, body, (question) => answer(question, askerOf(subject)))
})
