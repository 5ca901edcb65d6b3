/** What a message must be before it may leave, whatever exchange carries it. */
import type { OutMessage } from './bus.ts'

// NATS stores whatever subject it is given, wildcards too; only these letters may stand in ours.
const subjectPattern = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/
const subjectMax = 255
// A header that begins with Nats- commands the server (rollup purges a stream); a service has no business with them.
const headerNamePattern = /^(?!nats-)[A-Za-z0-9_-]{1,64}$/i
// Line ends, and what stands between the records of a pack.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const lineBreak = /[\r\n\x1e\x1f]/
const knownNames = new Set<string>()

/** Throws on what no service may publish: it is the code that is wrong. */
export function checkOutMessage({ subject, id, headers }: OutMessage): void {
  if (subject.length > subjectMax || !subjectPattern.test(subject))
    throw new Error('a subject is tokens of letters, digits, _ and - between dots, at most 255 characters')
  if (id === '' || lineBreak.test(id)) throw new Error('a transport message id is one line and not empty')
  for (const name in headers) {
    if (!knownNames.has(name)) {
      if (!headerNamePattern.test(name)) throw new Error('a header name is letters, digits, _ and -, and not Nats-…')
      if (knownNames.size < 1_000) knownNames.add(name)
    }
    if (lineBreak.test(headers[name] ?? '')) throw new Error(`the header ${name} must be one line`)
  }
}
