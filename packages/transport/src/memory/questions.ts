/** Questions in one process: who asks is answered by one service of each kind in turn. */
import type { ServiceInfo } from '../bus.ts'
import { FailedAnswerError, NoAnswerError } from '../errors.ts'
import type { Served } from './exchange.ts'
import { matchesSubject } from '../subject.ts'

/** Throws NoAnswerError when nobody serves the subject or no answer has come in time. */
export async function answerQuestion(
  served: ReadonlySet<Served>,
  subject: string,
  body: Uint8Array,
  timeoutMs: number
): Promise<Uint8Array> {
  const about = subject.split('.').slice(0, 2).join('.')
  const control = answerControl(served, subject)
  if (control !== undefined) return control
  const able = [...served].filter(({ endpoint }) => matchesSubject(endpoint.subject, subject))
  // The one that was asked least: in turn.
  const chosen = able.reduce<Served | undefined>(
    (best, one) => (best && best.asked <= one.asked ? best : one),
    undefined
  )
  if (chosen === undefined) throw new NoAnswerError(`nobody answered a question to ${about} within ${timeoutMs} ms`)
  chosen.asked++
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new NoAnswerError(`nobody answered a question to ${about} within ${timeoutMs} ms`)),
    timeoutMs
  )
  try {
    const answer = Promise.resolve(chosen.endpoint.answer({ subject, body, header: () => undefined })).catch(failed)
    return await Promise.race([answer, late.promise])
  } catch (error) {
    if (error instanceof NoAnswerError || error instanceof FailedAnswerError) throw error
    return failed()
  } finally {
    clearTimeout(timer)
  }
}

function failed(): never {
  throw new FailedAnswerError('the question was taken and not answered: failed')
}

/** $SRV.PING|INFO|STATS.<name>: what a NATS service tells of itself. */
function answerControl(served: ReadonlySet<Served>, subject: string): Uint8Array | undefined {
  const [space, verb, name] = subject.split('.')
  if (space !== '$SRV' || (verb !== 'PING' && verb !== 'INFO' && verb !== 'STATS')) return undefined
  const ofService = [...served].filter(({ info }) => name === undefined || info.name === name)
  const info: ServiceInfo | undefined = ofService[0]?.info
  if (info === undefined) return undefined
  const endpoints = ofService
    .filter((one) => one.info.name === info.name)
    .map(({ endpoint, asked }) => ({ name: endpoint.name, subject: endpoint.subject, num_requests: asked }))
  const type = `io.nats.micro.v1.${verb.toLowerCase()}_response`
  return new TextEncoder().encode(JSON.stringify({ type, ...info, ...(verb !== 'PING' && { endpoints }) }))
}
