/** What a service answers over HTTP, asked through a real socket. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Http, startHttp } from './http.ts'
import { createMetrics } from './metrics.ts'
import { problem, route } from './routes.ts'

let isFilled = false
let http: Http
const config = { HTTP_HOST: '127.0.0.1', HTTP_PORT: 0 }
const part = route({
  method: 'GET',
  url: '/parter/{herId}',
  summary: 'One party',
  params: z.object({ herId: z.string().regex(/^[0-9]{1,10}$/, 'expected a HER-id of 1 to 10 digits') }),
  response: z.object({ herId: z.string() }),
  handle: ({ params }) => (params.herId === '7' ? { herId: params.herId, secret: 1 } : problem(404, 'no such party'))
})
const echo = route({
  method: 'POST',
  url: '/bytes',
  summary: 'The same again',
  body: 'bytes',
  contentType: 'application/xml',
  bodyBytesMax: 10,
  handle: ({ body }) => body
})
const named = route({
  method: 'POST',
  url: '/named',
  summary: 'A name',
  body: z.strictObject({ name: z.string() }),
  response: z.object({ name: z.string() }),
  handle: ({ body }) => body
})
const asked = route({
  method: 'GET',
  url: '/asked/$everything',
  summary: 'Who asks',
  headers: z.object({ 'x-epj-system': z.string() }),
  response: z.object({ by: z.string() }),
  handle: ({ headers }) => ({ by: headers['x-epj-system'] })
})
const broken = route({
  method: 'GET',
  url: '/broken',
  summary: 'Fails',
  response: z.object({}),
  handle: () => Promise.reject(new Error('the disk is gone'))
})

beforeAll(async () => {
  const health = [{ name: 'the bucket is filled', check: () => isFilled }]
  const openapi = { title: 'Test', version: '1.0.0' }
  http = await startHttp({
    config,
    routes: [part, echo, named, asked, broken],
    health,
    metrics: createMetrics('test'),
    openapi
  })
})
afterAll(() => http[Symbol.asyncDispose]())

test('a header that a route asks for is read, and its absence is told', async () => {
  const url = `${http.url}/asked/$everything`
  expect(await (await fetch(url, { headers: { 'X-EPJ-System': 'Test 1' } })).json()).toEqual({ by: 'Test 1' })
  expect(await (await fetch(url)).json()).toMatchObject({
    status: 400,
    detail: expect.stringMatching(/^headers\/x-epj-system/)
  })
})

test('an answer holds what its schema names and nothing more', async () => {
  const answer = await fetch(`${http.url}/parter/7`)
  expect(await answer.json()).toEqual({ herId: '7' })
})

test('a wrong request is told what was expected, and where', async () => {
  const answer = await fetch(`${http.url}/parter/x7`)
  expect(answer.headers.get('content-type')).toMatch('application/problem+json')
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    title: 'Bad Request',
    status: 400,
    detail: 'params/herId: expected a HER-id of 1 to 10 digits',
    errors: [{ at: 'params/herId', expected: 'expected a HER-id of 1 to 10 digits' }]
  })
})

test('what a route cannot answer is a problem with its status', async () => {
  const answer = await fetch(`${http.url}/parter/8`)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ title: 'Not Found', detail: 'no such party' })
})

test('what is not here is a problem too', async () => {
  expect((await fetch(`${http.url}/nothing`)).status).toBe(404)
})

test('bytes come back as they went', async () => {
  const answer = await fetch(`${http.url}/bytes`, {
    method: 'POST',
    body: '<a/>',
    headers: { 'content-type': 'text/xml' }
  })
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['application/xml', '<a/>'])
})

test('more bytes than the limit are refused', async () => {
  expect((await fetch(`${http.url}/bytes`, { method: 'POST', body: '<a>123456</a>' })).status).toBe(413)
})

test('bytes may be JSON too, where bytes are taken', async () => {
  const headers = { 'content-type': 'application/json' }
  expect(await (await fetch(`${http.url}/bytes`, { method: 'POST', body: '{"a": 1}', headers })).text()).toBe(
    '{"a": 1}'
  )
})

test('a body that is not JSON is told what is expected, and is not repeated', async () => {
  const answers = ['text/plain', 'application/json'].map(async (type) => {
    const body = 'name=Kari'
    const answer = await fetch(`${http.url}/named`, { method: 'POST', body, headers: { 'content-type': type } })
    return [answer.status, /Kari/.test(await answer.text())]
  })
  expect(await Promise.all(answers)).toEqual([
    [415, false],
    [400, false]
  ])
})

test('JSON by another name is JSON', async () => {
  const headers = { 'content-type': 'application/fhir+json; charset=utf-8' }
  const answer = await fetch(`${http.url}/named`, { method: 'POST', body: '{"name":"Bø"}', headers })
  expect(await answer.json()).toEqual({ name: 'Bø' })
})

test('an error within tells nothing of the inside', async () => {
  const answer = await fetch(`${http.url}/broken`)
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('disk')
})

test('a service that is not ready answers 503 with what fails, under both names', async () => {
  for (const path of ['/health/ready', '/internal/health/readiness']) {
    const answer = await fetch(http.url + path)
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'not ready', failing: ['the bucket is filled'] }
    ])
  }
  isFilled = true
  expect((await fetch(`${http.url}/health/ready`)).status).toBe(200)
})

test('a service lives while it starts', async () => {
  for (const path of ['/health/live', '/internal/health/liveness'])
    expect((await fetch(http.url + path)).status).toBe(200)
})

test('the OpenAPI names each route with its parameters', async () => {
  const openapi = z
    .object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(await (await fetch(`${http.url}/openapi.json`)).json())
  expect(Object.keys(openapi.paths)).toEqual(['/parter/{herId}', '/bytes', '/named', '/asked/$everything', '/broken'])
  expect(openapi.paths['/parter/{herId}']?.['get']).toMatchObject({
    summary: 'One party',
    parameters: [{ name: 'herId' }]
  })
})

test('the OpenAPI says which routes take and give bytes, and that any may answer with a problem', async () => {
  const openapi: unknown = await (await fetch(`${http.url}/openapi.json`)).json()
  expect(openapi).toMatchObject({
    paths: {
      '/bytes': {
        post: {
          requestBody: { content: { '*/*': { schema: { format: 'binary' } } } },
          responses: {
            200: { content: { 'application/xml': {} } },
            default: { content: { 'application/problem+json': {} } }
          }
        }
      }
    }
  })
})

test('the metrics are Prometheus text', async () => {
  const answer = await fetch(`${http.url}/metrics`)
  expect(answer.headers.get('content-type')).toMatch('text/plain; version=0.0.4')
  expect(await answer.text()).toContain('budstikka_build_info')
})
