/** The look-ups over NATS: the questions of tellerSubjects and their answers as JSON. */
import { InFlightQuestion, JourneyQuestion } from '@budstikka/landscape'
import { tellerSubjects } from '@budstikka/service'
import type { Endpoint, Question } from '@budstikka/transport'
import type { Ledger } from './ledger.ts'

/** A question that is not as its schema says throws, and the asker is told so. */
export const lookUps = (ledger: Ledger): readonly Endpoint[] => [
  { name: 'boker', subject: tellerSubjects.books, answer: () => json(ledger.books()) },
  { name: 'flyt', subject: tellerSubjects.flowByTypes, answer: () => json({ rows: [...ledger.flowByTypes()] }) },
  {
    name: 'melding',
    subject: tellerSubjects.journey,
    answer: (question) => json(ledger.journey(JourneyQuestion.parse(read(question)).msgId))
  },
  {
    name: 'underveis',
    subject: tellerSubjects.inFlight,
    answer(question) {
      const { before } = InFlightQuestion.parse(read(question))
      return json({ inFlight: ledger.inFlightBefore(before), latest: ledger.books().latest })
    }
  }
]

const read = ({ body }: Question): unknown => JSON.parse(Buffer.from(body).toString('utf8'))
const json = (value: unknown) => Buffer.from(JSON.stringify(value))
