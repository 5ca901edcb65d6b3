/** The registers over the bus, JSON in and out; every look-up is counted, by register and by who asks. */
import {
  answerJson,
  askerOf,
  Brukt,
  deathQuestionSubject,
  type GrunndataQuestion,
  grunndataQuestionSubject,
  type LookUpCounts
} from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { z } from 'zod'
import { FastlegeQuestion } from './fastlege.ts'
import { FeedQuery } from './feed.ts'
import { KodeverkQuestion } from './kodeverk.ts'
import { PersonQuestion } from './look-up.ts'
import { PersonellQuestion } from './personell.ts'
import type { Registers } from './registers.ts'

/** A question that has an id counts once, however often it is asked. */
const Once = { id: z.string().min(1).max(64).optional() }
// Made once: a schema costs more to make than a question to answer.
const PersonOnce = PersonQuestion.extend(Once)

export function registerEndpoints(registers: Registers, counts: LookUpCounts): Endpoint[] {
  const { hpr, flr, kodeverk, person } = registers
  const endpoint = <Schema extends z.ZodType>(
    name: GrunndataQuestion,
    schema: Schema,
    answer: (question: z.output<Schema>, from: string) => unknown
  ): Endpoint => ({
    name,
    subject: grunndataQuestionSubject(name, '*'),
    answer: ({ subject, body }) => answerJson(schema, body, (question) => answer(question, askerOf(subject)))
  })
  return [
    {
      name: 'person',
      subject: deathQuestionSubject('person', '*'),
      answer: ({ subject, body }) =>
        answerJson(PersonOnce, body, ({ id, identifikasjonsnummer }) => {
          counts.count('person', askerOf(subject), id)
          return person(identifikasjonsnummer)
        })
    },
    endpoint('personell', PersonellQuestion.extend(Once), ({ id, hprNummer }, from) => {
      counts.count('personell', from, id)
      return hpr.find(hprNummer)
    }),
    endpoint('fastlege', FastlegeQuestion.extend(Once), ({ id, fodselsnummer }, from) => {
      counts.count('fastlege', from, id)
      return flr.find({ fodselsnummer })
    }),
    endpoint('kodeverk', KodeverkQuestion.extend(Once), ({ id, ...question }, from) => {
      counts.count('kodeverk', from, id)
      return kodeverk.hent(question)
    }),
    endpoint('personellendringer', FeedQuery, (query) => hpr.after(query)),
    endpoint('fastlegeendringer', FeedQuery, (query) => flr.after(query)),
    endpoint('brukt', Brukt, (brukt, from) => {
      counts.use(from, brukt)
      return {}
    }),
    endpoint('tall', z.unknown(), () => counts.all())
  ]
}
