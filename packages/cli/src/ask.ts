/** Questions to the services of a running world, and their answers by schema. */
import { statusSubject } from '@budstikka/service'
import { type Bus, NoAnswerError } from '@budstikka/transport'
import { z } from 'zod'
import { CannotError } from './host.ts'

/** AMQP profile: an answer is waited for 15 s. */
const answerTimeoutMs = 15_000
/** Our choice, for a question that is asked again: a service that dies takes the question with it. */
export const soonMs = 2_000

/** Throws CannotError when nobody answers: the world is not up, or that service is not. */
export async function ask<Answer>(
  bus: Bus,
  {
    subject,
    question = {},
    answer,
    timeoutMs = answerTimeoutMs
  }: { subject: string; question?: unknown; answer: z.ZodType<Answer>; timeoutMs?: number }
): Promise<Answer> {
  const bytes = await askBytes(bus, subject, Buffer.from(JSON.stringify(question)), timeoutMs)
  try {
    return answer.parse(JSON.parse(Buffer.from(bytes).toString()))
  } catch (cause) {
    throw new Error(`${subject} gave an unexpected answer`, { cause })
  }
}

/** The same in bytes, for who speaks no JSON. */
export async function askBytes(
  bus: Bus,
  subject: string,
  body: Uint8Array,
  timeoutMs: number = answerTimeoutMs
): Promise<Uint8Array> {
  try {
    return await bus.ask(subject, body, timeoutMs)
  } catch (cause) {
    if (!(cause instanceof NoAnswerError)) throw new Error(`${subject} gave an unexpected answer`, { cause })
    const [, service] = subject.split('.')
    throw new CannotError(
      `${service} was expected to answer within ${timeoutMs / 1000} s and did not. Is the world up? See npm start.`
    )
  }
}

/** What a service says of its own work; see Status in packages/service. */
export const ServiceStatus = z.object({
  meldinger: z.int(),
  bytes: z.int(),
  digest: z.string(),
  waiting: z.int(),
  overdue: z.int(),
  outbox: z.int(),
  clock: z.number(),
  parties: z.int(),
  oldestWaiting: z.number().optional()
})
export type ServiceStatus = z.infer<typeof ServiceStatus>

export const askStatus = (bus: Bus, service: string) =>
  ask(bus, { subject: statusSubject(service), answer: ServiceStatus, timeoutMs: soonMs })
