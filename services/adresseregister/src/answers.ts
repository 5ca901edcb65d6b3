/** The questions to Adresseregisteret and their answers, the same over HTTP and over the bus. */
import type { HerId, Party } from '@budstikka/meldinger'
import {
  FeedQuery,
  type LookUpCounts,
  Once,
  type Problem,
  registerDoors,
  type RegisterQuestion,
  registerQuestionSubject,
  type RegisterReplica
} from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import type { z } from 'zod'
import { feedAfter } from './party-change.ts'
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

/** One NATS endpoint a question; JSON in, JSON out, and a `problem` with what was expected where there is no answer. */
export function endpointsOf(answers: Answers, endringer: Endringer, counts: LookUpCounts): Endpoint[] {
  const { endpoint, lookUp, counting } = registerDoors(counts, (name: RegisterQuestion) =>
    registerQuestionSubject(name, '*')
  )
  return [
    lookUp('part', 'virksomhet', PartQuestion.extend(Once), answers.part),
    lookUp('sok', 'virksomhet', PartyQuery.extend(Once), answers.sok),
    lookUp('fastlege', 'fastlege', FastlegeQuestion.extend(Once), answers.fastlege),
    endpoint('endringer', FeedQuery, (query) => feedAfter(endringer, query)),
    ...counting('brukt', 'tall')
  ]
}
