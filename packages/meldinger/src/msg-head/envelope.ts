/** Between MsgInfo as it stands on the wire and the envelope that it means (HIS 80601). */
import { identKind, oidOf, profession, receiverRole, sex } from '../felles/code-names.ts'
import type { Address, Envelope, Ident, Patient } from '../melding.ts'
import { typeCode } from '../formats.ts'
import { contactElements, contactOf } from './contact.ts'
import type { DeepPartial } from '../xml/schema-decode.ts'
import type { MsgInfo, OrganisationElement, PatientElement } from './schema.ts'
import { migVersion } from './schema.ts'

type IdentElement = { readonly Id: string; readonly TypeId: { readonly V?: string | undefined } }

/** What could be read: '' and empty lists stand where a faulty MsgInfo has nothing. */
export function envelopeOf(info: DeepPartial<MsgInfo>): Envelope {
  const { RefToParent, RefToConversation } = info.ConversationRef ?? {}
  return {
    type: info.Type?.V ?? '',
    msgId: info.MsgId ?? '',
    genDate: info.GenDate ?? '',
    ...(info.ConversationRef && {
      conversation: { refToParent: RefToParent ?? '', refToConversation: RefToConversation ?? '' }
    }),
    sender: addressOf(info.Sender?.Organisation),
    receiver: addressOf(info.Receiver?.Organisation),
    copies: (info.OtherReceiver ?? []).flatMap(copyOf),
    ...(info.Patient && { patient: patientOf(info.Patient) })
  }
}

export function msgInfoOf(envelope: Envelope): MsgInfo {
  const { conversation, patient } = envelope
  return {
    Type: typeCode(envelope.type),
    MIGversion: migVersion,
    GenDate: envelope.genDate,
    MsgId: envelope.msgId,
    ConversationRef: conversation && {
      RefToParent: conversation.refToParent,
      RefToConversation: conversation.refToConversation
    },
    Sender: { Organisation: organisationElement(envelope.sender) },
    Receiver: { Organisation: organisationElement(envelope.receiver) },
    OtherReceiver: envelope.copies.map(otherReceiver),
    Patient: patient && patientElement(patient)
  }
}

function addressOf(element: DeepPartial<OrganisationElement> | undefined): Address {
  const { Organisation: service, HealthcareProfessional: person } = element ?? {}
  const contact = element && contactOf(element)
  return {
    organisation: {
      name: element?.OrganisationName ?? '',
      idents: identsOf(element?.Ident),
      ...(contact && { contact })
    },
    ...(service && { service: { name: service.OrganisationName ?? '', idents: identsOf(service.Ident) } }),
    ...(person && { person: professionalOf(person) })
  }
}

// A copy to the patient or another private person is no communication party and is owed no AppRec (HITS 1168 §5.1).
function copyOf(other: DeepPartial<NonNullable<MsgInfo['OtherReceiver']>[number]>): Envelope['copies'] {
  const role = other.RoleReceiver?.V ?? ''
  if (other.Organisation !== undefined) return [{ ...addressOf(other.Organisation), role }]
  const person = other.HealthcareProfessional
  return person === undefined ? [] : [{ organisation: { name: '', idents: [] }, person: professionalOf(person), role }]
}

function professionalOf(
  element: DeepPartial<NonNullable<OrganisationElement['HealthcareProfessional']>>
): NonNullable<Address['person']> {
  const { TypeHealthcareProfessional: type } = element
  const contact = contactOf(element)
  return {
    givenName: element.GivenName ?? '',
    ...(element.MiddleName !== undefined && { middleName: element.MiddleName }),
    familyName: element.FamilyName ?? '',
    idents: identsOf(element.Ident),
    ...(type?.V !== undefined && { profession: type.V }),
    ...(contact && { contact })
  }
}

function patientOf(element: DeepPartial<PatientElement>): Patient {
  const { GivenName, MiddleName, FamilyName, DateOfBirth, Sex } = element
  const contact = contactOf(element)
  return {
    ...(GivenName !== undefined && { givenName: GivenName }),
    ...(MiddleName !== undefined && { middleName: MiddleName }),
    ...(FamilyName !== undefined && { familyName: FamilyName }),
    ...(DateOfBirth !== undefined && { dateOfBirth: DateOfBirth }),
    ...(Sex?.V !== undefined && { sex: Sex.V }),
    idents: identsOf(element.Ident),
    ...(contact && { contact })
  }
}

function identsOf(elements: readonly DeepPartial<IdentElement & { TypeId: { S?: string } }>[] | undefined): Ident[] {
  return (elements ?? []).map(({ Id, TypeId }) => {
    const [id, kind, codeSystem] = [Id ?? '', TypeId?.V ?? '', TypeId?.S]
    return codeSystem === undefined ? { id, kind } : { id, kind, codeSystem }
  })
}

function organisationElement(address: Address): OrganisationElement {
  const { organisation, service, person } = address
  const isEmpty = organisation.name === '' && organisation.idents.length === 0 && !service && !person
  if (isEmpty) return {}
  return {
    OrganisationName: organisation.name,
    Ident: organisation.idents.map((ident) => identElement(ident, '9051')),
    ...contactElements(organisation.contact),
    Organisation: service && {
      OrganisationName: service.name,
      Ident: service.idents.map((ident) => identElement(ident, '9051'))
    },
    HealthcareProfessional: person && professionalElement(person)
  }
}

function otherReceiver({
  role,
  ...address
}: Envelope['copies'][number]): NonNullable<MsgInfo['OtherReceiver']>[number] {
  const { organisation, person } = address
  const isPersonAlone = organisation.name === '' && organisation.idents.length === 0 && person !== undefined
  return isPersonAlone
    ? { RoleReceiver: receiverRole(role), HealthcareProfessional: professionalElement(person) }
    : { RoleReceiver: receiverRole(role), Organisation: organisationElement(address) }
}

function professionalElement(person: NonNullable<Address['person']>) {
  return {
    TypeHealthcareProfessional: person.profession === undefined ? undefined : profession(person.profession),
    FamilyName: person.familyName,
    MiddleName: person.middleName,
    GivenName: person.givenName,
    Ident: person.idents.map((ident) => identElement(ident, ident.kind === 'HER' ? '9051' : '8116')),
    ...contactElements(person.contact)
  }
}

function patientElement(patient: Patient): PatientElement {
  return {
    FamilyName: patient.familyName,
    MiddleName: patient.middleName,
    GivenName: patient.givenName,
    DateOfBirth: patient.dateOfBirth,
    Sex: patient.sex === undefined ? undefined : sex(patient.sex),
    Ident: patient.idents.map((ident) => identElement(ident, '8116')),
    ...contactElements(patient.contact)
  }
}

function identElement({ id, kind, codeSystem }: Ident, list: string) {
  const { V, DN } = identKind(kind)
  return { Id: id, TypeId: { V, S: codeSystem ?? oidOf(list), DN } }
}
