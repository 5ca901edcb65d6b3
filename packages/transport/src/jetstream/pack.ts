/** A pack: meldinger to tjenester of one list in one message. The exchange costs by the message far more than by the byte. */
// melding.pakke.<list>.<count>, where <list> is what stands before the `-` of a tjeneste; the header Pakke has one record a melding (its subject, the length of its body, its
// headers), so that a reader of headers alone counts each; the body is theirs, one after another.
import assert from 'node:assert/strict'
import type { OutMessage } from '../bus.ts'
import { matchesSubject } from '../subject.ts'
import { headerLines } from './raw-headers.ts'

export const packHeader = 'Pakke'
export const recordEnd = '\x1e'
export const fieldEnd = '\x1f'

const prefix = 'melding.pakke.'
const pattern = /^melding\.pakke\.[^.]+\.(\d+)$/
/** Larger packs were measured to give no higher rate. */
const countMax = 64
const bytesMax = 512 * 1024
// The server takes 65 535 bytes of headers.
const recordsMax = 32 * 1024

type Open = { readonly messages: OutMessage[]; bytes: number; records: string }

/**
 * Packs meldinger to tjenester of one list, in their order, at most `packMax` (and 64) in one; everything else stays as it is.
 * A melding alone is sent as it is.
 */
export function pack(messages: readonly OutMessage[], packMax: number): readonly OutMessage[] {
  const max = Math.min(packMax, countMax)
  if (messages.length < 2 || max < 2) return messages
  const out: OutMessage[] = []
  const open = new Map<string, Open>()
  for (const message of messages) {
    const subject = packSubject(message.subject)
    if (subject === undefined) {
      out.push(message)
      continue
    }
    const record = recordOf(message)
    let packing = open.get(subject)
    if (packing !== undefined && !hasRoom(packing, message, record)) {
      out.push(closed(subject, packing))
      packing = undefined
    }
    if (packing === undefined) open.set(subject, (packing = { messages: [], bytes: 0, records: '' }))
    packing.messages.push(message)
    packing.bytes += message.body.length
    packing.records += record
  }
  for (const [subject, packing] of open) out.push(closed(subject, packing))
  return out

  function hasRoom({ messages: { length }, bytes, records }: Open, { body }: OutMessage, record: string) {
    return length < max && bytes + body.length <= bytesMax && records.length + record.length <= recordsMax
  }
}

const recordOf = ({ subject, id, headers, body }: OutMessage) =>
  `${subject}${fieldEnd}${body.length}${fieldEnd}${headerLines(id, headers, fieldEnd)}${recordEnd}`

/** What is alone stays as it is. */
function closed(subject: string, { messages, records }: Open): OutMessage {
  const [first] = messages
  assert(first)
  if (messages.length === 1) return first
  return {
    subject: `${subject}.${messages.length}`,
    id: `${first.id}.${messages.length}`,
    headers: { [packHeader]: records },
    body: Buffer.concat(messages.map(({ body }) => body))
  }
}

/** melding.pakke.<list>; undefined for what is no melding. */
function packSubject(subject: string): string | undefined {
  if (!subject.startsWith('melding.')) return undefined
  const end = subject.indexOf('.', 'melding.'.length)
  return end < 0 ? undefined : prefix + listOf(subject.slice('melding.'.length, end))
}

const listOf = (tjeneste: string) => tjeneste.split('-', 1)[0] ?? tjeneste

/** How many meldinger a message holds: more than 1 for a pack. */
export function countIn(subject: string): number {
  return subject.startsWith(prefix) ? Number(pattern.exec(subject)?.[1] ?? 1) : 1
}

/** The filters that also let packs through in which a melding may stand that they ask for. */
export function withPacks(filters: readonly string[]): string[] {
  const packs = filters.flatMap((filter) => {
    const [room, tjeneste = '>'] = filter.split('.')
    return room === 'melding' && tjeneste !== '>' ? [`${prefix}${listOf(tjeneste)}.*`] : []
  })
  // The server takes no filters that overlap.
  const any = `${prefix}*.*`
  return [...new Set([...filters, ...(packs.includes(any) ? [any] : packs)])]
}

/** What of a pack these filters ask for. */
export function wantedBy(filters: readonly string[]): (subject: string) => boolean {
  if (filters.includes('melding.>')) return () => true
  const isBroad = (filter: string) => /^melding\.[^.*>]+\.>$/.test(filter)
  const tjenester = new Set(filters.filter(isBroad).map((filter) => filter.split('.')[1]))
  const narrow = filters.filter((filter) => !isBroad(filter))
  return (subject) => {
    const tjeneste = subject.slice('melding.'.length, subject.indexOf('.', 'melding.'.length))
    return tjenester.has(tjeneste) || narrow.some((filter) => matchesSubject(filter, subject))
  }
}
