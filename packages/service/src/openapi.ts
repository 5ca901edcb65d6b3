/** The OpenAPI of a route beyond what its zod schemas say: bytes, texts and problems. */
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a route takes its body as it came. */
    takesBytes?: boolean
    /** Of an answer that is not JSON. */
    contentType?: string
  }
}

const text = { type: 'string' }
const problemContent = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    errors: { type: 'array', items: { type: 'object', properties: { at: text, expected: text } } }
  }
}
const problem = {
  description: 'Problem details (RFC 9457): what was expected',
  content: { 'application/problem+json': { schema: problemContent } }
}

const fromZod = createJsonSchemaTransform({})

export const describeRoute: typeof fromZod = (input) => {
  const { schema, url } = fromZod(input)
  const { takesBytes = false, contentType } = input.route.config ?? {}
  if (schema?.hide === true) return { schema, url }
  const own = contentType && { 200: { description: 'The answer', content: { [contentType]: { schema: text } } } }
  const described = {
    ...schema,
    response: { ...Object(schema?.['response']), ...own, default: problem },
    // All media types, since the bytes are judged by what is in them.
    ...(takesBytes && { consumes: ['*/*'], body: { type: 'string', format: 'binary' } })
  }
  return { schema: described, url }
}
