/** Errors over HTTP as problem details (RFC 9457): what was expected, and no more of what came. */
import { STATUS_CODES } from 'node:http'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Log } from './logs.ts'

const problemType = 'application/problem+json; charset=utf-8'

/** One thing that was wrong with a request. */
type Fault = { readonly at: string; readonly expected: string }

export function answerProblems(app: FastifyInstance, log: Log | undefined): void {
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, 404, `no ${request.method} here; /openapi.json lists what there is`)
  )
  app.setErrorHandler((error, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const where = error.validationContext ?? 'request'
      const faults = error.validation.map(({ instancePath, message }) => ({
        at: `${where}${instancePath}`.replace(/\/$/, ''),
        expected: message ?? 'something else'
      }))
      return sendProblem(reply, 400, faults.map(({ at, expected }) => `${at}: ${expected}`).join('; '), faults)
    }
    const status = statusOf(error)
    if (status < 500) return sendProblem(reply, status, error instanceof Error ? error.message : 'not understood')
    log?.error('an answer failed', {
      // The route's pattern and not the URL, which holds what somebody sent.
      route: `${request.method} ${request.routeOptions.url ?? ''}`,
      error: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown'
    })
    return sendProblem(reply, status, 'something here is unwell; the same request may work later')
  })
}

export function sendProblem(reply: FastifyReply, status: number, detail: string, errors?: readonly Fault[]) {
  return reply
    .code(status)
    .type(problemType)
    .serializer(JSON.stringify)
    .send({ type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, ...(errors && { errors }) })
}

function statusOf(error: unknown): number {
  const given = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined
  return typeof given === 'number' && given >= 400 && given < 600 ? given : 500
}
