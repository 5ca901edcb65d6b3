/** Svarrapport 1.3 and 1.4 on the wire (HIS 80822): what a laboratory or imaging found, without a MsgHead. */
import type { Edition } from '../basismelding/edition.ts'
import { hcp } from '../basismelding/hcp.ts'
import { labParts } from '../basismelding/lab.ts'
import type { Draft } from '../basismelding/own-envelope.ts'
import { head, parties, parts } from '../basismelding/parts.ts'
import { CS, CV, TS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { atMostOneOf, element, inThisVersion, many, optional } from '../xml/schema.ts'
import { examined } from './examined.ts'

/** 1.3 may hold several reports, 1.4 one at most. */
export function svarrapport(edition: Edition) {
  const report = servReport(edition)
  const ServReport = edition.isNewer ? optional(report) : inThisVersion(many(report), 'some')
  return element(edition.namespace, { Type: CS, ...head, Status: optional(CS), ServReport })
}
export type Svarrapport = Infer<ReturnType<typeof svarrapport>>
export type SvarrapportDraft = Draft<Svarrapport, 'ServReport'>

function servReport(edition: Edition) {
  const { namespace, isNewer } = edition
  const common = parts(namespace)
  const HCP = hcp(namespace, common)
  const lab = labParts(namespace, common, HCP)
  const { ServProvider, Requester, CopyDest } = parties(namespace, HCP, common.CopyDestRole)
  const RelServProv = element(namespace, { Role: optional(CS), Relation: CS, HCP })
  const { Patient, Animal, Material } = examined(edition, { common, HCP, lab, RelServProv })
  return element(
    namespace,
    {
      ServType: CS,
      IssueDate: TS,
      ApprDate: optional(TS),
      Status: CS,
      CancellationCode: optional(CV),
      Ack: optional(CS),
      MsgDescr: CS,
      ServProvId: isNewer ? inThisVersion(optional(text), 'one') : optional(text),
      Comment: optional(text),
      CodedComment: many(CV),
      RefDoc: many(common.RefDoc),
      ServReq: many(servReq(edition, lab)),
      Patient: optional(Patient),
      Animal: optional(Animal),
      Material: optional(Material),
      ServProvider,
      Requester,
      PaymentResponsible: lab.PaymentResponsible,
      CopyDest,
      RelServProv: optional(RelServProv)
    },
    atMostOneOf('Patient', 'Animal', 'Material')
  )
}

/** The requisition that is answered. */
function servReq({ namespace, dropped }: Edition, { ReasonAsText, Comment }: ReturnType<typeof labParts>) {
  return element(namespace, {
    ServType: optional(CS),
    IssueDate: optional(TS),
    PaymentCat: optional(CS),
    ReqComment: optional(text),
    Ack: optional(CS),
    MsgDescr: optional(CS),
    Id: text,
    RequestedPrioReport: optional(CS),
    ReceiptDate: optional(TS),
    IdByServProvider: optional(text),
    Reservation: many(CV),
    Permission: dropped(many(CV)),
    ReasonAsText: many(ReasonAsText),
    Comment: many(Comment)
  })
}
