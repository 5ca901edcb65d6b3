/** Henvisning 1.0 and 1.1 on the wire (HIS 80517): the referral as it was before 2.0, without a MsgHead; received only. */
import type { Edition } from '../basismelding/edition.ts'
import { hcpOfHenvisning } from '../basismelding/hcp.ts'
import { head, parties, parts } from '../basismelding/parts.ts'
import { CS, CV, TS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, inThisVersion, many, optional, some } from '../xml/schema.ts'
import { bookedRefDoc } from './booking-1.0.ts'
import { patient } from './patient-1.ts'

export function henvisning1(edition: Edition) {
  const { namespace, isNewer, added } = edition
  const common = parts(namespace)
  const HCP = hcpOfHenvisning(edition, common)
  const { CopyDest } = parties(namespace, HCP, common.CopyDestRole)
  const party = element(namespace, { Role: optional(CS), ComMethod: added(optional(CS)), HCP })
  const ServReq = element(namespace, {
    ServType: CS,
    IssueDate: TS,
    PaymentCat: optional(CS),
    ReqComment: optional(text),
    Ack: optional(CS),
    MsgDescr: CS,
    Id: text,
    Patient: patient(edition, common, HCP),
    ServProvider: party,
    Requester: party,
    CopyDest,
    RefDoc: isNewer ? many(common.RefDoc) : many(bookedRefDoc(namespace)),
    ReasonAsText: many(
      element(namespace, { Heading: optional(CS), TextResultValue: optional(text), TextCode: many(CV) })
    ),
    Diagnosis: isNewer ? many(common.concept) : inThisVersion(many(common.concept), 'some'),
    ReqServ: isNewer ? inThisVersion(optional(reqServ(edition)), 'one') : optional(reqServ(edition)),
    Comment: many(element(namespace, { Heading: CS, TextResultValue: text, CodedComment: some(CV) }))
  })
  return element(namespace, { Type: optional(CS), ...head, Status: optional(CS), ServReq })
}
export type Henvisning1 = Infer<ReturnType<typeof henvisning1>>

function reqServ({ namespace, isNewer }: Edition) {
  const Priority = optional(CS)
  return element(namespace, {
    ServType: CS,
    Purpose: optional(CS),
    ReqDate: optional(TS),
    Priority: isNewer ? inThisVersion(Priority, 'one') : Priority,
    Comment: optional(text),
    Service: optional(element(namespace, { ServId: optional(CV), MedSpeciality: optional(CV), AdmCat: optional(CS) }))
  })
}
