/** The clinical document of a melding: made typed, read when somebody asks for it. */
import assert from 'node:assert/strict'
import type { Format } from './format.ts'
import type { ContentOf, DraftOf, FormatName, VersionOf } from './formats.ts'
import { formatNamed, formats } from './formats.ts'
import type { Payload } from './melding.ts'
import type { XmlNode } from './xml/node.ts'
import type { Outcome } from './xml/schema-decode.ts'
import type { Fault } from './xml/schema-fault.ts'
import { decode } from './xml/schema-decode.ts'

/** A payload to send, of the version that is sent unless another is named. */
export function payloadOf<F extends FormatName, V extends VersionOf<F>>(
  name: F,
  content: DraftOf<F, V>,
  version?: V
): Payload {
  const versions: readonly Format[] = Object.values(formats[name])
  const format = version === undefined ? versions.findLast(({ isSent }) => isSent) : formatNamed(name, version)
  assert(format !== undefined, `a version of ${name} that is sent`)
  return { format: name, version: format.version, content }
}

/** The content as the named format types it, or what is wrong: with another format, or with the XML. */
export function contentOf<F extends FormatName>(
  payload: Payload,
  name: F
):
  | { readonly type: 'content'; readonly content: ContentOf<F> }
  | { readonly type: 'faults'; readonly faults: readonly Fault[] } {
  if (payload.format !== name) return { type: 'faults', faults: [{ path: '', expected: name, came: payload.format }] }
  const faults = faultsOf(payload)
  // The rim: a payload of this name was made by payloadOf or decoded by the format's schema.
  return faults.length > 0 ? { type: 'faults', faults } : { type: 'content', content: payload.content as ContentOf<F> }
}

/**
 * Forsendelsesstatus (list 7309: N, M or C), read without decoding the rest; undefined in formats that have none. Epikrise,
 * henvisning, svarrapport and rekvisisjon call it ServType.
 */
export function forsendelsesstatusOf(payload: Payload): string | undefined {
  return heldAt(payload, formatNamed(payload.format, payload.version)?.status)
}

/** The identifier that a document keeps when it is changed or cancelled; undefined in formats that have none (PLO, dialogmelding). */
export function documentIdOf(payload: Payload): string | undefined {
  return heldAt(payload, formatNamed(payload.format, payload.version)?.documentId)
}

/**
 * A received payload: the content is decoded once, when it is first asked for; what is faulty is left out of it.
 * The getter stands on the class: one in each object gives each a shape of its own, in which the engine keeps the whole document
 * until it next collects everything.
 */
class ReceivedPayload implements Payload {
  readonly format: string
  readonly version: string
  readonly element: XmlNode
  readonly #schema: Format['schema']
  #outcome: Outcome<unknown> | undefined

  constructor(element: XmlNode, { name, version, schema }: Format) {
    this.format = name
    this.version = version
    this.element = element
    this.#schema = schema
  }
  get outcome(): Outcome<unknown> {
    return (this.#outcome ??= decode(this.#schema, this.element))
  }
  get content(): unknown {
    return this.outcome.type === 'value' ? this.outcome.value : this.outcome.partial
  }
}

export const receivedPayload = (element: XmlNode, format: Format): Payload => new ReceivedPayload(element, format)

/** What is wrong with a received payload by its format's schema; none in one of our own making. */
export function faultsOf(payload: Payload): readonly Fault[] {
  return payload instanceof ReceivedPayload && payload.outcome.type === 'faults' ? payload.outcome.faults : []
}

/** The text, or the V of the code, at a path below the root. */
function heldAt(payload: Payload, path: readonly string[] | undefined): string | undefined {
  if (path === undefined) return undefined
  const { element } = payload
  if (element === undefined)
    return textIn(path.reduce<unknown>((held, key) => firstOf(fieldIn(held, key)), payload.content))
  const found = path.reduce<XmlNode | undefined>((node, name) => node && childOf(node, name), element)
  const [only] = found?.children ?? []
  return found?.attributes?.['V'] ?? (typeof only === 'string' ? only : undefined)
}

const textIn = (held: unknown): string | undefined => {
  const text = typeof held === 'object' ? fieldIn(held, 'V') : held
  return typeof text === 'string' ? text : undefined
}
const firstOf = (held: unknown): unknown => (Array.isArray(held) ? held[0] : held)
// The rim: an object's own key, whatever it is.
const fieldIn = (held: unknown, key: string): unknown =>
  typeof held === 'object' && held !== null ? (held as Readonly<Record<string, unknown>>)[key] : undefined

function childOf(parent: XmlNode, name: string): XmlNode | undefined {
  for (const child of parent.children) if (typeof child !== 'string' && child.name === name) return child
  return undefined
}
