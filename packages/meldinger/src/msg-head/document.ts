/** The documents of a MsgHead: the payload first, as XML, then the attachments in base64 (HIS 80601, HIS 1036), but for an iCalendar, which is XML too. */
import { icalendarNamespace, icalendarType } from '../dialogmelding/icalendar.ts'
import { base64 } from '../felles/leaves.ts'
import type { Attachment } from '../melding.ts'
import type { XmlNode } from '../xml/node.ts'
import type { Fault } from '../xml/schema-fault.ts'
import { decode } from '../xml/schema-decode.ts'
import { writeXml } from '../xml/write.ts'
import { escapeText } from '../xml/escape.ts'
import type { Document, MsgHead } from './schema.ts'

const base64Container = 'http://www.kith.no/xmlstds/base64container'
const xml = 'text/xml'
const xmlType = '<MsgType V="XML" DN="XML-instans"/>'
/** As the guide to dialogues with citizens writes it; RFC 6321 has another. */
const icalendarMime = 'application/iCalendar'

/**
 * The root of the clinical document: the first content that is XML and no base64. The code of RefDoc/MsgType (list 8114) is
 * not asked, since an unknown code is never a reason to refuse (HITS 1168 §6.2).
 */
export function payloadRootOf(head: Pick<MsgHead, 'Document'>): XmlNode | undefined {
  return head.Document?.map(rootOf).find((root) => root !== undefined)
}

/** The documents that are not the payload, or what is wrong with their base64. */
export function attachmentsOf(head: Pick<MsgHead, 'Document'>): {
  readonly attachments: Attachment[]
  readonly faults: Fault[]
} {
  const documents = head.Document ?? []
  const payload = documents.find((document) => rootOf(document) !== undefined)
  const attachments: Attachment[] = []
  const faults: Fault[] = []
  for (const document of documents) {
    if (document === payload) continue
    const content = contentOf(document)
    if (content.type === 'faults') faults.push(...content.faults)
    const { MsgType, MimeType, Description, FileReference } = document.RefDoc
    const description = Description ?? document.ContentDescription
    attachments.push({
      mimeType: isIcalendar(document) ? icalendarType : (MimeType ?? (MsgType.V === 'XML' ? xml : '')),
      ...(description !== undefined && { description }),
      base64: content.type === 'value' ? content.value : '',
      ...(FileReference !== undefined && { reference: FileReference })
    })
  }
  return { attachments, faults }
}

/** The document that holds the payload, whose XML text is already there. */
export function payloadDocument(text: string): string {
  return `<Document><RefDoc>${xmlType}<Content>${text}</Content></RefDoc></Document>`
}

/** An XML document in base64, such as the M1 in an M9.4, says so by its MsgType (list 8114) and has no MimeType. */
export function attachmentDocument({ mimeType, description, base64: data, reference }: Attachment): string {
  if (mimeType === icalendarType) {
    const named = description === undefined ? '' : `<Description>${escapeText(description)}</Description>`
    const text = Buffer.from(data, 'base64').toString()
    return `<Document><RefDoc>${xmlType}<MimeType>${icalendarMime}</MimeType>${named}<Content>${text}</Content></RefDoc></Document>`
  }
  const isXml = mimeType === xml && reference === undefined
  const attached = isXml ? xmlType : '<MsgType V="A" DN="Vedlegg"/>'
  const type = reference === undefined ? attached : '<MsgType V="REF" DN="Referanse"/>'
  const about =
    (mimeType === '' || isXml ? '' : `<MimeType>${escapeText(mimeType)}</MimeType>`) +
    (description === undefined ? '' : `<Description>${escapeText(description)}</Description>`)
  const content =
    reference === undefined
      ? `<Content><Base64Container xmlns="${base64Container}">${escapeText(data)}</Base64Container></Content>`
      : `<FileReference>${escapeText(reference)}</FileReference>`
  return `<Document><RefDoc>${type}${about}${content}</RefDoc></Document>`
}

function rootOf({ RefDoc }: Document): XmlNode | undefined {
  const held = firstElement(RefDoc.Content?.children)
  return held !== undefined && isBase64(held) ? undefined : held
}

const isIcalendar = ({ RefDoc }: Document) => firstElement(RefDoc.Content?.children)?.namespace === icalendarNamespace

function contentOf({ RefDoc }: Document): ReturnType<typeof decode<typeof base64>> {
  const held = firstElement(RefDoc.Content?.children)
  if (held === undefined) return { type: 'value', value: '' }
  if (isBase64(held)) return decode(base64, held)
  // XML beside the payload is held like any other attachment.
  return { type: 'value', value: Buffer.from(writeXml(held)).toString('base64') }
}

function isBase64({ name, namespace }: XmlNode): boolean {
  return name === 'Base64Container' && namespace === base64Container
}

function firstElement(children: readonly (XmlNode | string)[] | undefined): XmlNode | undefined {
  return children?.find((child) => typeof child !== 'string')
}
