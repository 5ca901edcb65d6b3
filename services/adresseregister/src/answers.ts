/** The questions to Adresseregisteret and their answers, the same over HTTP and over the bus. */
import type { HerId, Party } from '@budstikka/meldinger'
import { problem, type Problem, registerQuestionSubject, type RegisterReplica } from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { z } from 'zod'
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
export function endpointsOf(answers: Answers): Endpoint[] {
  return [
    endpoint('part', PartQuestion, answers.part),
    endpoint('sok', PartyQuery, answers.sok),
    endpoint('fastlege', FastlegeQuestion, answers.fastlege)
  ]
}

function endpoint<Schema extends z.ZodType>(
  name: keyof Answers,
  schema: Schema,
  answer: (question: z.output<Schema>) => unknown
): Endpoint {
  return {
    name,
    subject: registerQuestionSubject(name, '*'),
    answer: ({ body }) => new TextEncoder().encode(JSON.stringify(ask(body)))
  }

  function ask(body: Uint8Array): unknown {
    const question = schema.safeParse(jsonOf(body))
    return question.success ? answer(question.data) : problem(400, z.prettifyError(question.error))
  }
}

/** Undefined for what is no JSON; no schema takes that. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
