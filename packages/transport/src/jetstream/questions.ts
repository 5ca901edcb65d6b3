/** Questions and answers: request and reply, and the NATS services that answer. */
import { Svcm } from '@nats-io/services'
import { type Msg, type NatsConnection } from '@nats-io/transport-node'
import type { Endpoint, ServiceInfo } from '../bus.ts'
import { FailedAnswerError, NoAnswerError } from '../errors.ts'
import { findHeader, headerText } from './in-message.ts'

export async function askQuestion(
  connection: NatsConnection,
  subject: string,
  body: Uint8Array,
  timeoutMs: number
): Promise<Uint8Array> {
  const answer = await request(connection, subject, body, timeoutMs)
  const failure = findHeader(headerText(answer), 'Nats-Service-Error')
  if (failure !== undefined) throw new FailedAnswerError(`the question was taken and not answered: ${failure}`)
  return answer.data
}

async function request(connection: NatsConnection, subject: string, body: Uint8Array, timeoutMs: number): Promise<Msg> {
  try {
    return await connection.request(subject, body, { timeout: timeoutMs })
  } catch (error) {
    // Tokens of a question are HER-ids and codes; they may be said, but the service type is enough.
    const about = subject.split('.').slice(0, 2).join('.')
    throw new NoAnswerError(`nobody answered a question to ${about} within ${timeoutMs} ms`, { cause: error })
  }
}

/**
 * Answers until the connection is closed. What an endpoint throws is told to who asked as 'failed', without its text.
 */
export async function serveEndpoints(
  connection: NatsConnection,
  info: ServiceInfo,
  endpoints: readonly Endpoint[]
): Promise<void> {
  const { name, version, description, metadata = {} } = info
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rim: its types are of an older core
  const manager = new Svcm(connection as unknown as ConstructorParameters<typeof Svcm>[0])
  const service = await manager.add({ name, version, description, metadata: { ...metadata } })
  for (const endpoint of endpoints) {
    const { subject, queue } = endpoint
    service.addEndpoint(endpoint.name, {
      subject,
      ...(queue !== undefined && { queue }),
      handler: (error, message) => {
        if (error !== null) return
        void answerOne(endpoint, message.subject, message.data, (wanted) => message.headers?.get(wanted)).then(
          (answer) => message.respond(answer),
          () => message.respondError(500, 'failed')
        )
      }
    })
  }
  await connection.flush()
}

async function answerOne(
  endpoint: Endpoint,
  subject: string,
  body: Uint8Array,
  get: (name: string) => string | undefined
): Promise<Uint8Array> {
  const header = (name: string) => {
    const value = get(name)
    return value === '' ? undefined : value
  }
  return endpoint.answer({ subject, body, header })
}
