/** What came, melding by melding: a message alone, or each one of a pack that the reader asked for. */
import type { InMessage } from '../bus.ts'
import { ownText } from '../own-text.ts'
import { findHeader, headerText, toInMessage } from './in-message.ts'
import { countIn, fieldEnd, packHeader, recordEnd, wantedBy } from './pack.ts'
import type { Arrival } from './pull-reader.ts'

/** Unpacks for a reader with these subject filters. */
export function unpacker(filters: readonly string[]): (arrivals: readonly Arrival[]) => InMessage[] {
  const isWanted = wantedBy(filters)
  return (arrivals) => {
    const messages: InMessage[] = []
    for (const arrival of arrivals) take(arrival, messages)
    return messages
  }

  function take(arrival: Arrival, into: InMessage[]) {
    const { message, delivery } = arrival
    const records = countIn(message.subject) === 1 ? undefined : recordsOf(arrival, isWanted)
    // A pack that is none is somebody's melding, and dies as one.
    if (records === undefined) into.push(toInMessage(message, delivery))
    else for (const record of records) into.push(record)
  }
}

/** Those that are wanted; undefined when the records do not fit the subject or the body. */
function recordsOf({ message, delivery }: Arrival, isWanted: (subject: string) => boolean): InMessage[] | undefined {
  const { position, attempt, storedAt } = delivery
  const text = findHeader(headerText(message), packHeader) ?? ''
  const records: InMessage[] = []
  let [count, from, at] = [0, 0, 0]
  for (let end = text.indexOf(recordEnd); end >= 0; end = text.indexOf(recordEnd, from)) {
    const record = text.slice(from, end)
    const afterSubject = record.indexOf(fieldEnd)
    const afterLength = record.indexOf(fieldEnd, afterSubject + 1)
    const subject = record.slice(0, afterSubject)
    const length = Number(record.slice(afterSubject + 1, afterLength))
    if (!subject.startsWith('melding.') || !Number.isInteger(length) || length < 0) return undefined
    if (isWanted(subject)) {
      const header = (name: string) => findHeader(record, name, fieldEnd)
      const body = message.data.subarray(at, at + length)
      const id = header('Nats-Msg-Id') ?? ''
      records.push({ subject: ownText(subject), id, header, body, position, attempt, storedAt })
    }
    count += 1
    at += length
    from = end + 1
  }
  const isWhole = message.data.length === 0 || message.data.length === at
  return count === countIn(message.subject) && isWhole ? records : undefined
}
