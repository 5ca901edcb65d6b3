/** The HTTP edge of a service: its routes, its health, its metrics and its OpenAPI, with a limit on everything. */
import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance, type FastifySchema } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { ServiceConfig } from './config.ts'
import { type Condition, readiness } from './health.ts'
import type { Log } from './logs.ts'
import type { Metrics } from './metrics.ts'
import { contentTypes, formatFor } from './open-metrics.ts'
import { describeRoute } from './openapi.ts'
import { answerProblems, sendProblem } from './problems.ts'
import { isProblem, isReply, type Route } from './routes.ts'

export type HttpOptions = {
  readonly config: Pick<ServiceConfig, 'HTTP_HOST' | 'HTTP_PORT'>
  readonly routes: readonly Route[]
  /** All must hold before /health/ready answers 200. */
  readonly health: readonly Condition[]
  readonly metrics: Metrics
  readonly openapi: { readonly title: string; readonly version: string; readonly description?: string }
  /** Told of answers 500. */
  readonly log?: Log
}
export type Http = AsyncDisposable & { /** 'http://127.0.0.1:41234' */ readonly url: string }

// Our choice: whoever is silent for half a minute has gone; the AMQP profile waits 15 s for an answer.
const timeoutMs = 30_000
const keepAliveMs = 10_000
const bodyBytesMax = 1_048_576

/** Listens until disposed of; rejects when the address is taken. */
export async function startHttp(options: HttpOptions): Promise<Http> {
  const app = fastify({
    bodyLimit: bodyBytesMax,
    requestTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    keepAliveTimeout: keepAliveMs,
    forceCloseConnections: true
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerProblems(app, options.log)
  readBodies(app)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { ...options.openapi } },
    transform: describeRoute
  })
  for (const route of options.routes) addRoute(app, route)
  addOwnRoutes(app, options)
  const url = await app.listen({ host: options.config.HTTP_HOST, port: options.config.HTTP_PORT })
  return { url, [Symbol.asyncDispose]: () => app.close() }
}

/** Bytes as they came for the routes that take them, JSON for all others, and 415 for the rest. */
function readBodies(app: FastifyInstance): void {
  // Merging must not reach a prototype through what somebody sent.
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const { takesBytes } = request.routeOptions.config
    if (takesBytes === true) return done(null, body)
    if (/^application\/([\w.-]+\+)?json\b/i.test(request.headers['content-type'] ?? ''))
      return void parseJson(request, body.toString('utf8'), done)
    done(Object.assign(new Error('expected a body with content-type application/json'), { statusCode: 415 }))
  })
}

function addRoute(app: FastifyInstance, route: Route): void {
  const { method, summary, params, query, headers, body: takes, response, contentType } = route
  const schema: FastifySchema & { summary: string } = {
    summary,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(headers && { headers }),
    ...(takes !== undefined && takes !== 'bytes' && { body: takes }),
    ...(response && contentType === undefined && { response: { 200: response } })
  }
  app.route({
    method,
    url: route.url.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema,
    config: { takesBytes: takes === 'bytes', ...(contentType !== undefined && { contentType }) },
    ...(route.bodyBytesMax !== undefined && { bodyLimit: route.bodyBytesMax }),
    async handler(request, reply) {
      // The framework has read all four by the route's own schemas.
      const given = { params: request.params, query: request.query, headers: request.headers, body: request.body }
      const answer = await route.handle(given as Parameters<Route['handle']>[0])
      if (isProblem(answer)) return sendProblem(reply, answer.status, answer.detail)
      const { status, body } = isReply(answer) ? answer : { status: 200, body: answer }
      return reply
        .code(status)
        .type(contentType ?? 'application/json; charset=utf-8')
        .send(body)
    }
  })
}

/** /metrics, /openapi.json, and health under two names each: ours and those of nais. */
function addOwnRoutes(app: FastifyInstance, { metrics, health }: HttpOptions): void {
  const hidden = { schema: { hide: true } }
  app.get('/openapi.json', hidden, () => app.swagger())
  app.get('/metrics', hidden, async (request, reply) => {
    const format = formatFor(request.headers.accept)
    return reply.type(contentTypes[format]).send(await metrics.text(format))
  })
  for (const url of ['/health/live', '/internal/health/liveness']) app.get(url, hidden, () => ({ status: 'live' }))
  for (const url of ['/health/ready', '/internal/health/readiness'])
    app.get(url, hidden, async (_request, reply) => {
      const { isReady, ...told } = await readiness(health)
      return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready', ...told })
    })
}
