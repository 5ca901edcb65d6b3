/** The appointments beside a dialogue with a citizen: an iCalendar in XML (xCal, RFC 6321), with the properties of the guide's examples. */
import type { Attachment } from '../melding.ts'
import type { XmlNode } from '../xml/node.ts'
import { isNotWellFormed } from '../xml/not-well-formed.ts'
import { readXml } from '../xml/reader.ts'
import { writeXml } from '../xml/write.ts'

export const icalendarNamespace = 'urn:ietf:params:xml:ns:icalendar-2.0'

/** What an attachment that is such a document has as its type (RFC 6321). */
export const icalendarType = 'application/calendar+xml'

/** Both times are of the Norwegian clock, yyyy-mm-ddThh:mm:ss. */
export type Timeavtale = {
  readonly begins: string
  readonly ends: string
  readonly uid: string
  /** HER-id of whom it is with. */
  readonly contact?: string
  /** By what it is known once it is reserved. */
  readonly relatedTo?: string
  readonly summary?: string
  readonly location?: string
  readonly categories?: string
  /** TENTATIVE, CONFIRMED, COMPLETED … (RFC 5545 §3.8.1.11). */
  readonly status?: string
}

/** Element and kind of its value, by property. */
const properties = {
  begins: ['dtstart', 'date-time'],
  ends: ['dtend', 'date-time'],
  summary: ['summary', 'text'],
  categories: ['categories', 'text'],
  uid: ['uid', 'text'],
  relatedTo: ['related-to', 'uri'],
  contact: ['contact', 'text'],
  location: ['location', 'text'],
  status: ['status', 'text']
} as const satisfies Readonly<Record<keyof Timeavtale, readonly [element: string, kind: string]>>
// Its own keys, which TypeScript reads as any text.
const names = Object.entries(properties) as readonly [keyof Timeavtale, readonly [string, string]][]

/** `description`: what the document is, as the guide's examples name it. */
export function icalendarOf(timeavtaler: readonly Timeavtale[], description: string): Attachment {
  const events = timeavtaler.map((one) =>
    node('vevent', [
      node(
        'properties',
        names.flatMap(([key, [name, kind]]) => {
          const value = one[key]
          return value === undefined ? [] : [node(name, [node(kind, [value])])]
        })
      ),
      node('components', [])
    ])
  )
  const about = [node('version', [node('text', ['2.0'])]), node('prodid', [node('text', ['Budstikka'])])]
  const calendar = node('icalendar', [node('vcalendar', [node('properties', about), node('components', events)])])
  return { mimeType: icalendarType, description, base64: Buffer.from(writeXml(calendar)).toString('base64') }
}

/** Those of all such attachments, as far as they say when, until when and which; other properties are left unread. */
export function timeavtalerIn(attachments: readonly Attachment[]): readonly Timeavtale[] {
  return attachments
    .filter(({ mimeType }) => mimeType === icalendarType)
    .flatMap(({ base64 }) => {
      const root = readXml(Buffer.from(base64, 'base64'))
      return isNotWellFormed(root) ? [] : eventsIn(root).flatMap(timeavtaleOf)
    })
}

function eventsIn(root: XmlNode): readonly XmlNode[] {
  return childrenOf(root, 'vcalendar')
    .flatMap((calendar) => childrenOf(calendar, 'components'))
    .flatMap((components) => childrenOf(components, 'vevent'))
}

function timeavtaleOf(event: XmlNode): readonly Timeavtale[] {
  const [held] = childrenOf(event, 'properties')
  if (held === undefined) return []
  const read: Partial<Record<keyof Timeavtale, string>> = {}
  for (const [key, [name, kind]] of names) {
    const value = childrenOf(held, name)
      .flatMap((property) => childrenOf(property, kind))
      .map(({ children }) => children.filter((child) => typeof child === 'string').join(''))[0]
    if (value !== undefined) read[key] = value
  }
  const { begins, ends, uid } = read
  return begins === undefined || ends === undefined || uid === undefined ? [] : [{ ...read, begins, ends, uid }]
}

const childrenOf = ({ children }: XmlNode, name: string): readonly XmlNode[] =>
  children.filter((child): child is XmlNode => typeof child !== 'string' && child.name === name)

const node = (name: string, children: XmlNode['children']): XmlNode => ({
  name,
  namespace: icalendarNamespace,
  attributes: undefined,
  children
})
