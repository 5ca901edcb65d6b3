/** Rekvisisjon 1.5 and 1.6 on the wire (HIS 80821): a requisition of laboratory tests or imaging, without a MsgHead. */
import type { Edition } from '../basismelding/edition.ts'
import { hcp, inst } from '../basismelding/hcp.ts'
import { labParts } from '../basismelding/lab.ts'
import type { Draft } from '../basismelding/own-envelope.ts'
import { head, parties, parts } from '../basismelding/parts.ts'
import { BL, CS, CV, TS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { atMostOneOf, element, many, optional } from '../xml/schema.ts'
import { refDoc } from './booking.ts'
import { reqInvestigation } from './req-investigation.ts'

export function rekvisisjon(edition: Edition) {
  return element(edition.namespace, {
    Type: CS,
    ...head,
    Status: optional(CS),
    ServReq: optional(servReq(edition))
  })
}
export type Rekvisisjon = Infer<ReturnType<typeof rekvisisjon>>
export type RekvisisjonDraft = Draft<Rekvisisjon, 'ServReq'>

function servReq(edition: Edition) {
  const { namespace, dropped } = edition
  const common = parts(namespace)
  const HCP = hcp(namespace, common)
  const lab = labParts(namespace, common, HCP)
  const { ServProvider, Requester, CopyDest } = parties(namespace, HCP, common.CopyDestRole)
  const Location = element(namespace, { ...lab.locationFields, Inst: optional(inst(namespace, common)) })
  const Patient = element(namespace, {
    ...lab.patientFields,
    AdmLocation: optional(element(namespace, { ...lab.admLocationFields, Location: optional(Location) })),
    AdditionalId: many(common.AdditionalId),
    Address: optional(common.Address),
    InfItem: many(lab.InfItem)
  })
  return element(
    namespace,
    {
      ServType: CS,
      IssueDate: TS,
      PaymentCat: optional(CS),
      ReqComment: optional(text),
      Ack: optional(CS),
      MsgDescr: CS,
      Id: text,
      ServProvId: optional(text),
      RequestedDateReport: optional(TS),
      RequestedPrioReport: optional(CS),
      NoReport: optional(BL),
      LevelOfDetail: optional(text),
      EscortRequired: optional(CS),
      Reservation: many(CV),
      Permission: dropped(many(CV)),
      Patient: optional(Patient),
      Material: optional(element(namespace, lab.materialFields)),
      Animal: optional(element(namespace, lab.animalFields)),
      ServProvider,
      Requester,
      PaymentResponsible: lab.PaymentResponsible,
      CopyDest,
      RefDoc: many(refDoc(edition)),
      ReasonAsText: many(lab.ReasonAsText),
      Comment: many(lab.Comment),
      ReqInvestigation: many(reqInvestigation(namespace, lab))
    },
    atMostOneOf('Patient', 'Material', 'Animal')
  )
}
