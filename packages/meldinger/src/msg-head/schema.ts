/** MsgHead 1.2 on the wire (HIS 80601), in the order of MsgHead-v1_2.xsd. */
import { Person, aboutPerson, contactTypes, personNames, professionalRole } from '../felles/felleskomponent1.ts'
import { CS, CV, TS } from '../felles/kith.ts'
import { anyUri, dateTime, oid, text } from '../felles/leaves.ts'
import { oneOf } from '../xml/lexical.ts'
import type { Check, Infer, Schema } from '../xml/schema.ts'
import {
  anyElement,
  anyElements,
  atMostOneOf,
  element,
  exactlyOneOf,
  leaf,
  many,
  optional,
  recursive,
  some
} from '../xml/schema.ts'

export const msgHead = 'http://www.kith.no/xmlstds/msghead/2006-05-24'
export const migVersion = 'v1.2 2006-05-24'
export const xmldsig = 'http://www.w3.org/2000/09/xmldsig#'

const { Ident, Address, TeleCom } = contactTypes(msgHead)
const contact = { Address: optional(Address), TeleCom: many(TeleCom) }

const HealthcareProfessional = element(msgHead, {
  ...professionalRole,
  ...personNames,
  ...aboutPerson,
  Ident: some(Ident),
  ...contact
})
export const Patient = element(msgHead, { ...personNames, ...aboutPerson, Ident: many(Ident), ...contact })
export type PatientElement = Infer<typeof Patient>

export type OrganisationElement = {
  readonly OrganisationName?: string | undefined
  readonly TypeOrganisation?: CV | undefined
  readonly Ident?: readonly Infer<typeof Ident>[] | undefined
  readonly Address?: Infer<typeof Address> | undefined
  readonly TeleCom?: readonly Infer<typeof TeleCom>[] | undefined
  readonly Organisation?: OrganisationElement | undefined
  readonly HealthcareProfessional?: Infer<typeof HealthcareProfessional> | undefined
}
const Organisation: Schema<OrganisationElement> = recursive<OrganisationElement>(
  msgHead,
  true,
  () => ({
    OrganisationName: optional(text),
    TypeOrganisation: optional(CV),
    Ident: many(Ident),
    ...contact,
    Organisation: optional(Organisation),
    HealthcareProfessional: optional(HealthcareProfessional)
  }),
  emptyOrNamed
)

const addressee = { ComMethod: optional(CS), Organisation }
const ConversationRef = element(msgHead, { RefToParent: text, RefToConversation: text })
const OtherReceiver = element(
  msgHead,
  {
    ComMethod: optional(CS),
    RoleReceiver: CS,
    Organisation: optional(Organisation),
    Patient: optional(Patient),
    Person: optional(Person),
    HealthcareProfessional: optional(HealthcareProfessional)
  },
  atMostOneOf('Organisation', 'Patient', 'Person', 'HealthcareProfessional')
)

export const MsgInfo = element(msgHead, {
  Type: CS,
  // An empty element has the fixed value too, by the XSD.
  MIGversion: leaf(oneOf(migVersion, '')),
  GenDate: dateTime,
  MsgId: text,
  ProcessingStatus: optional(CS),
  RequestedPriority: optional(CS),
  Ack: optional(CS),
  ConversationRef: optional(ConversationRef),
  Sender: element(msgHead, addressee),
  Receiver: element(msgHead, addressee),
  OtherReceiver: many(OtherReceiver),
  Patient: optional(Patient)
})
export type MsgInfo = Infer<typeof MsgInfo>

const RefDoc = element(
  msgHead,
  {
    IssueDate: optional(TS),
    MsgType: CS,
    Id: optional(text),
    MimeType: optional(text),
    Description: optional(text),
    Compression: optional(CS),
    FileReference: optional(anyUri),
    Content: optional(anyElements)
  },
  atMostOneOf('FileReference', 'Content')
)
export const Document = element(msgHead, {
  DocumentConnection: optional(CS),
  ContentType: optional(CV),
  ContentDescription: optional(text),
  ContentCategory: optional(CV),
  Consent: optional(CV),
  Annotation: optional(text),
  FromDate: optional(TS),
  ToDate: optional(TS),
  OidRef: optional(oid),
  EnquiryRefId: optional(text),
  RefDoc
})
export type Document = Infer<typeof Document>

const PatientReport = element(msgHead, {
  DocumentConnection: optional(CS),
  CaseNo: text,
  Document: some(Document),
  Patient: optional(Patient)
})

/** A signature is kept as it came: HIS 80601 asks for none between care providers. */
const Signature = anyElement(xmldsig)

export const MsgHead = element(
  msgHead,
  { MsgInfo, Document: many(Document), PatientReport: many(PatientReport), Signature: optional(Signature) },
  exactlyOneOf('Document', 'PatientReport')
)
export type MsgHead = Infer<typeof MsgHead>

// The XSD makes all children one optional sequence: an empty Organisation is valid, half of one is not.
function emptyOrNamed(isThere: Parameters<Check>[0]): string | undefined {
  const keys = ['OrganisationName', 'TypeOrganisation', 'Ident', 'Address', 'TeleCom', 'Organisation']
  const isEmpty = ![...keys, 'HealthcareProfessional'].some(isThere)
  return isEmpty || (isThere('OrganisationName') && isThere('Ident')) ? undefined : 'OrganisationName and Ident'
}
