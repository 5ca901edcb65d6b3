/** The registers over the bus. */
import {
  deathQuestionSubject,
  FeedQuery,
  type GrunndataQuestion,
  grunndataQuestionSubject,
  type LookUpCounts,
  Once,
  registerDoors
} from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { FastlegeQuestion } from './fastlege.ts'
import { KodeverkQuestion } from './kodeverk.ts'
import { PersonQuestion } from './look-up.ts'
import { PersonellQuestion } from './personell.ts'
import type { Registers } from './registers.ts'

export function registerEndpoints({ hpr, flr, kodeverk, person }: Registers, counts: LookUpCounts): Endpoint[] {
  const { endpoint, lookUp, counting } = registerDoors(counts, (name: GrunndataQuestion | 'person') =>
    name === 'person' ? deathQuestionSubject(name, '*') : grunndataQuestionSubject(name, '*')
  )
  return [
    lookUp('person', 'person', PersonQuestion.extend(Once), ({ identifikasjonsnummer }) =>
      person(identifikasjonsnummer)
    ),
    lookUp('personell', 'personell', PersonellQuestion.extend(Once), ({ hprNummer }) => hpr.find(hprNummer)),
    lookUp('fastlege', 'fastlege', FastlegeQuestion.extend(Once), flr.find),
    lookUp('kodeverk', 'kodeverk', KodeverkQuestion.extend(Once), kodeverk.hent),
    endpoint('personellendringer', FeedQuery, hpr.after),
    endpoint('fastlegeendringer', FeedQuery, flr.after),
    ...counting('brukt', 'tall')
  ]
}
