/** What a melding means, whatever it looks like on the wire. */
import type { HerId } from './party.ts'
import type { XmlNode } from './xml/node.ts'

/** A melding, in MsgHead 1.2 (HIS 80601) or in a document of its own (epikrise …). AppRec stands apart: app-rec.ts. */
export type Melding = {
  readonly envelope: Envelope
  readonly payload: Payload
  readonly attachments: readonly Attachment[]
}

export type Envelope = {
  /** Code from list 8279, e.g. 'LOG_INNLAGT'. */
  readonly type: string
  /** UUID; a new one for every melding (HIS 80601). Kept as it came. */
  readonly msgId: string
  /** xs:dateTime as it came. */
  readonly genDate: string
  readonly conversation?: { readonly refToParent: string; readonly refToConversation: string }
  /** Received in a standard without a MsgHead: by which identifier AppRec 1.0 answers, and a change or cancellation refers. */
  readonly documentId?: string
  readonly sender: Address
  readonly receiver: Address
  readonly copies: readonly (Address & { readonly role: string })[]
  readonly patient?: Patient
}

/** Both levels of an addressee (AD2.2): the organisation and its service or person. */
export type Address = {
  readonly organisation: { readonly name: string; readonly idents: readonly Ident[]; readonly contact?: Contact }
  readonly service?: { readonly name: string; readonly idents: readonly Ident[] }
  readonly person?: {
    readonly givenName: string
    readonly middleName?: string
    readonly familyName: string
    readonly idents: readonly Ident[]
    /** Code from list 9060, e.g. LE: e-resept asks with which right somebody prescribes. */
    readonly profession?: string
    readonly contact?: Contact
  }
}

/** Address and numbers, which e-resept asks of a sender; the register holds the others'. */
export type Contact = {
  readonly address?: {
    /** Code from list 3401: RES visitors, PST post, H home, WP work. */
    readonly type?: string
    readonly street?: string
    readonly postalCode?: string
    readonly city?: string
  }
  /** `type` is a code from list 9061, e.g. HP; `uri` such as tel:73555555. */
  readonly telecom?: readonly { readonly type?: string; readonly uri: string }[]
}

/** An identifier with its kind: FNR, DNR, HER, ENH, HPR … (lists 8116, 9051). */
export type Ident = { readonly id: string; readonly kind: string; readonly codeSystem?: string }

export type Patient = {
  readonly givenName?: string
  readonly middleName?: string
  readonly familyName?: string
  readonly dateOfBirth?: string
  /** Code from list 3101. */
  readonly sex?: string
  readonly idents: readonly Ident[]
  readonly contact?: Contact
}

/** The clinical document: the format's name and version, and its content as the format's wire schema types it. */
export type Payload = {
  /** Name in the table of formats, e.g. 'Pasientlogistikk', 'M1'. */
  readonly format: string
  /** '1.5', '1.6', '2013-10-08' … */
  readonly version: string
  readonly content: unknown
  /** The root element as it came, in a received melding only: its content is decoded when first asked for. */
  readonly element?: XmlNode
}

export type Attachment = {
  readonly mimeType: string
  readonly description?: string
  /** The document itself; '' where it is only referred to. */
  readonly base64: string
  /** Where the document lies, when it is not in the melding (list 8114, REF). */
  readonly reference?: string
}

/**
 * The HER-id that an address is written to: that of level 2, the service's or else the person's; undefined when there is none.
 * An enterprise that is addressed as a whole, as e-resept does, has it at its only level.
 */
export function herIdOf(address: Address): HerId | undefined {
  const id = addressedLevel(address).idents.find((ident) => ident.kind === 'HER')?.id
  // The pattern is that of HerId; checked here since the id comes from outside.
  return id !== undefined && /^[0-9]{1,10}$/.test(id) ? (id as HerId) : undefined
}

/** The level of an address that a melding is for. A professional without a HER-id writes on behalf of the enterprise. */
export function addressedLevel({ organisation, service, person }: Address): { readonly idents: readonly Ident[] } {
  const isParty = person?.idents.some(({ kind }) => kind === 'HER')
  return service ?? (isParty && person ? person : organisation)
}
