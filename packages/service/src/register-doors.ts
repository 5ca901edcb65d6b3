/** The doors of a register that is looked up over the bus, JSON in and out: every look-up is counted, by register and by who asks. */
import type { Endpoint } from '@budstikka/transport'
import { z } from 'zod'
import { Brukt, type LookUpCounts, LookUpTall } from './look-up-counts.ts'
import { problem, type Route, route } from './routes.ts'

/** A look-up that has an id counts once, however often it is asked. */
export const Once = { id: z.string().min(1).max(64).optional() }
type Once = { readonly id?: string | undefined }

/** `subjectOf`: the subject of a question, whoever asks. */
export function registerDoors<Name extends string>(counts: LookUpCounts, subjectOf: (name: Name) => string) {
  return {
    endpoint,
    /** The schema holds `Once`; the answer is told the rest of the question. */
    lookUp: <Asked extends Once>(
      name: Name,
      register: string,
      schema: z.ZodType<Asked>,
      answer: (question: Omit<Asked, 'id'>) => unknown
    ): Endpoint =>
      endpoint(name, schema, ({ id, ...question }, from) => {
        counts.count(register, from, id)
        return answer(question)
      }),
    /** What callers have looked up in copies of their own, and how much was looked up in all. */
    counting: (brukt: Name, tall: Name): Endpoint[] => [
      endpoint(brukt, Brukt, (used, from) => {
        counts.use(from, used)
        return {}
      }),
      endpoint(tall, z.unknown(), () => counts.all())
    ]
  }

  function endpoint<Asked>(
    name: Name,
    schema: z.ZodType<Asked>,
    answer: (question: Asked, from: string) => unknown
  ): Endpoint {
    const answerOne: Endpoint['answer'] = ({ subject, body }) =>
      answerJson(schema, body, (question) => answer(question, askerOf(subject)))
    return { name, subject: subjectOf(name), answer: answerOne }
  }
}

export const countsRoute = (counts: LookUpCounts): Route =>
  route({
    method: 'GET',
    url: '/oppslag/tall',
    summary: 'Look-ups by register and by who asked: over the exchange, and from copies',
    response: LookUpTall,
    handle: () => counts.all()
  })

/** A question of the bus, `oppslag.<service>.<to>.<from>.<type>`: who asks. */
export const askerOf = (subject: string) => subject.split('.')[3] ?? ''

/** Answers of JSON to JSON; what cannot be read is told to who asks as a problem. */
export function answerJson<Schema extends z.ZodType>(
  schema: Schema,
  body: Uint8Array,
  answer: (question: z.output<Schema>) => unknown
): Uint8Array {
  const question = schema.safeParse(jsonOf(body))
  const answered = question.success ? answer(question.data) : problem(400, z.prettifyError(question.error))
  return Buffer.from(JSON.stringify(answered))
}

/** Undefined for what is no JSON; no schema takes that. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString())
  } catch {
    return undefined
  }
}
