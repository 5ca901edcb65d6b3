/** The envelope of a standard without a MsgHead: read from the document's own fields, and written into them (AD2.9–AD2.15). */
import { organisationIds9051, personIds8116 } from '../address.ts'
import { identKind, sex } from '../felles/code-names.ts'
import { addressOfHcp, hcpOf } from '../felles/hcp.ts'
import type { HcpElement } from '../felles/hcp-schema.ts'
import type { Address, Envelope, Ident, Patient } from '../melding.ts'
import type { DeepPartial } from '../xml/schema-decode.ts'

/** Where a standard has what a MsgHead would say. */
export type OwnEnvelope = {
  /** The element that the message is about, and its identifier there. */
  readonly document: 'ServRprt' | 'ServReport' | 'ServReq'
  readonly documentId: 'ServProvId' | 'Id'
  readonly sender: 'ServProvider' | 'Requester'
  readonly migVersion: string
  /** Code of list 8279 for what stands in Type and MsgDescr: older versions have a letter. */
  typeOf(type: string, description: string): string
}

type Code = { readonly V?: string | undefined; readonly DN?: string | undefined }
type Party = { readonly Role?: Code; readonly ComMethod?: Code; readonly HCP?: DeepPartial<HcpElement> }
type PatientFields = {
  readonly Sex?: Code
  readonly DateOfBirth?: Code
  readonly Name?: string
  readonly OffId?: string
  readonly TypeOffId?: Code
  readonly AdditionalId?: readonly { readonly Id?: string; readonly Type?: Code }[]
}
type Document = {
  readonly MsgDescr?: string | Code
  readonly ServProvId?: string
  readonly Id?: string
  readonly Patient?: PatientFields
  readonly ServProvider?: Party
  readonly Requester?: Party
  readonly CopyDest?: readonly Party[]
}
type Message = {
  readonly Type?: Code
  readonly MIGversion?: string
  readonly GenDate?: Code
  readonly MsgId?: string
} & { readonly [D in OwnEnvelope['document']]?: Document | readonly Document[] }

/** Content without what the envelope says: that is written from it. */
export type Draft<T, D extends keyof T> = Omit<Partial<T>, D> & {
  readonly [K in D]: DraftDocument<Exclude<NonNullable<T[K]>, readonly unknown[]>> | DraftList<NonNullable<T[K]>>
}
/** Where a version has several, Svarrapport 1.3. */
type DraftList<Held> = Held extends readonly (infer Each)[] ? readonly DraftDocument<Each>[] : never
type FromEnvelope = 'Patient' | 'ServProvider' | 'Requester' | 'CopyDest'
type DraftDocument<D> = Omit<D, FromEnvelope> & { readonly [K in FromEnvelope & keyof D]?: DeepPartial<D[K]> }

/** What could be read: '' and empty lists stand where a faulty message has nothing. */
export function readEnvelope(content: unknown, own: OwnEnvelope): Envelope {
  const message = messageIn(content)
  const document = documentIn(message, own)
  const { MsgDescr, Patient: patient, CopyDest = [] } = document
  const description = typeof MsgDescr === 'string' ? MsgDescr : (MsgDescr?.V ?? '')
  const documentId = document[own.documentId]
  return {
    type: own.typeOf(message.Type?.V ?? '', description),
    msgId: message.MsgId ?? '',
    genDate: message.GenDate?.V ?? '',
    ...(documentId !== undefined && { documentId }),
    sender: addressIn(document[own.sender]),
    receiver: addressIn(document[receiverOf(own)]),
    copies: CopyDest.map((copy) => ({ ...addressIn(copy), role: 'COP' })),
    ...(patient && { patient: patientIn(patient) })
  }
}

/** The content with the envelope in it; what already says the same stays as it is. */
export function writeEnvelope(content: unknown, envelope: Envelope, own: OwnEnvelope, type: Code): unknown {
  const message = messageIn(content)
  const held = message[own.document]
  const before = readEnvelope(content, own)
  const { Patient: patient, ...document } = documentIn(message, own)
  const [sender, receiver] = [own.sender, receiverOf(own)]
  const isSame = (key: 'type' | 'sender' | 'receiver' | 'copies' | 'patient') =>
    JSON.stringify(before[key]) === JSON.stringify(envelope[key])
  const written: Document = {
    ...document,
    ...(!isSame('sender') && { [sender]: partyOf(envelope.sender, document[sender], roles[sender]) }),
    ...(!isSame('receiver') && { [receiver]: partyOf(envelope.receiver, document[receiver], roles[receiver]) }),
    ...(!isSame('copies') && { CopyDest: envelope.copies.map((copy) => ({ HCP: hcpOf(copy) })) }),
    ...(isSame('patient') ? patient && { Patient: patient } : { Patient: patientOf(envelope.patient, patient) })
  }
  return {
    ...message,
    ...(!isSame('type') && { Type: type }),
    MIGversion: message.MIGversion ?? own.migVersion,
    GenDate: { V: envelope.genDate },
    MsgId: envelope.msgId,
    [own.document]: isList(held) ? [written, ...held.slice(1)] : written
  }
}

const receiverOf = ({ sender }: OwnEnvelope): OwnEnvelope['sender'] =>
  sender === 'Requester' ? 'ServProvider' : 'Requester'

/** Fixed by the standards; 8235 EDI is how everything here travels. */
const roles = {
  ServProvider: { V: 'SPR', DN: 'Tjenesteyter' },
  Requester: { V: 'REQ', DN: 'Rekvirent' }
}
const byEdi = { V: 'EDI', DN: 'EDI' }

// The rim: the content is of the standard's own schema, whole or as far as it could be read, and has these names.
const messageIn = (content: unknown): Message => (typeof content === 'object' && content !== null ? content : {})

/** Svarrapport 1.3 may hold several reports, which the standard gives the same parties. */
function documentIn(message: Message, { document }: OwnEnvelope): Document {
  const held = message[document]
  return (isList(held) ? held[0] : held) ?? {}
}
const isList = (held: Document | readonly Document[] | undefined): held is readonly Document[] => Array.isArray(held)

/** The lists are known from the place: 9051 for organisations and HER-ids, 8116 for persons. */
function addressIn(party: Party | undefined): Address {
  const { organisation, service, person } = addressOfHcp(party?.HCP ?? {})
  const ofList = (idents: readonly Ident[], list: string) =>
    idents.map((ident) => ({ ...ident, codeSystem: ident.kind === 'HER' ? organisationIds9051 : list }))
  return {
    organisation: { ...organisation, idents: ofList(organisation.idents, organisationIds9051) },
    ...(service && { service: { ...service, idents: ofList(service.idents, organisationIds9051) } }),
    ...(person && { person: { ...person, idents: ofList(person.idents, personIds8116) } })
  }
}

function partyOf(address: Address, before: Party | undefined, role: Code): Party {
  const { Inst: _inst, HCProf: _prof, ...rest } = before?.HCP ?? {}
  return { Role: role, ComMethod: byEdi, ...before, HCP: { ...rest, ...hcpOf(address) } }
}

/** "Family, Given", as the official examples have it; a name without a comma ends with the family name. */
function patientIn({ Name, Sex, DateOfBirth, OffId, TypeOffId, AdditionalId = [] }: PatientFields): Patient {
  const [familyName, givenName] = namesIn(Name?.trim() ?? '')
  const idents = [
    ...(OffId ? [identOf(OffId, TypeOffId)] : []),
    ...AdditionalId.map(({ Id, Type }) => identOf(Id ?? '', Type))
  ]
  return {
    ...(familyName && { familyName }),
    ...(givenName && { givenName }),
    ...(DateOfBirth?.V !== undefined && { dateOfBirth: DateOfBirth.V }),
    ...(Sex?.V !== undefined && { sex: Sex.V }),
    idents
  }
}

const identOf = (id: string, kind: Code | undefined): Ident => ({ id, kind: kind?.V ?? '', codeSystem: personIds8116 })

function namesIn(name: string): readonly [family: string, given: string] {
  const [comma, space] = [name.indexOf(','), name.lastIndexOf(' ')]
  if (comma >= 0) return [name.slice(0, comma).trim(), name.slice(comma + 1).trim()]
  return [name.slice(space + 1), name.slice(0, Math.max(space, 0))]
}

function patientOf(patient: Patient | undefined, before: PatientFields | undefined): PatientFields {
  const { familyName, givenName, middleName, dateOfBirth, sex: code, idents = [] } = patient ?? {}
  const [main, ...others] = idents
  const given = [givenName, middleName].filter(Boolean).join(' ')
  return {
    ...before,
    ...(code !== undefined && { Sex: sex(code) }),
    ...(dateOfBirth !== undefined && { DateOfBirth: { V: dateOfBirth } }),
    Name: [familyName, given].filter(Boolean).join(', '),
    OffId: main?.id ?? '',
    TypeOffId: main ? identKind(main.kind) : {},
    ...(others.length > 0 && { AdditionalId: others.map(({ id, kind }) => ({ Id: id, Type: identKind(kind) })) })
  }
}
