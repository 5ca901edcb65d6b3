/** What a service answers over HTTP, as values: its routes need no web framework. */
import type { Readable } from 'node:stream'
import type { z } from 'zod'

/** One route; made by `route`, so that what `handle` is given and answers follows from the schemas. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With parameters in braces as in OpenAPI: '/parter/{herId}'. */
  readonly url: string
  readonly summary: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  /** Names in lower case. */
  readonly headers?: z.ZodType
  /** A schema for JSON, or 'bytes' for whatever came. */
  readonly body?: z.ZodType | 'bytes'
  /** Of an answer that is not a problem; absent when `contentType` says that it is text or bytes. */
  readonly response?: z.ZodType
  /** Of an answer that is not JSON. */
  readonly contentType?: string
  /** Bytes taken in at most; the server's own limit when absent. */
  readonly bodyBytesMax?: number
  handle(request: { params: never; query: never; headers: never; body: never }): unknown
}

/** What `handle` answers instead when it cannot answer: becomes application/problem+json (RFC 9457). */
export type Problem = { readonly type: 'problem'; readonly status: number; readonly detail: string }

/** `detail` says what was expected and what came, and names no person. */
export const problem = (status: number, detail: string): Problem => ({ type: 'problem', status, detail })

/** What `handle` answers where a status other than 200 belongs to it; the body is as the route's schema or content type says. */
export type Reply<Body> = { readonly type: 'reply'; readonly status: number; readonly body: Body }
export const reply = <Body>(status: number, body: Body): Reply<Body> => ({ type: 'reply', status, body })

type Read<Schema> = Schema extends z.ZodType ? z.output<Schema> : Schema extends 'bytes' ? Uint8Array : undefined
/** A stream is sent piece by piece as the asker reads. */
type Written<Schema> = Schema extends z.ZodType ? z.output<Schema> : string | Uint8Array | Readable

type Answered<Schema> = Written<Schema> | Reply<Written<Schema>> | Problem

/** Binds a route's types together and lets it stand in a list with others. */
export function route<
  const Params extends z.ZodType | undefined = undefined,
  const Query extends z.ZodType | undefined = undefined,
  const Headers extends z.ZodType | undefined = undefined,
  const Body extends z.ZodType | 'bytes' | undefined = undefined,
  const Response extends z.ZodType | undefined = undefined
>(
  definition: Omit<Route, 'params' | 'query' | 'headers' | 'body' | 'response' | 'handle'> & {
    readonly params?: Params
    readonly query?: Query
    readonly headers?: Headers
    readonly body?: Body
    readonly response?: Response
    handle(request: {
      params: Read<Params>
      query: Read<Query>
      headers: Read<Headers>
      body: Read<Body>
    }): Answered<Response> | Promise<Answered<Response>>
  }
): Route {
  // Sound by http.ts alone: it calls `handle` only with what these very schemas have read.
  return definition as unknown as Route
}

export function isReply(answer: unknown): answer is Reply<unknown> {
  return typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'reply'
}

export function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'problem'
}
