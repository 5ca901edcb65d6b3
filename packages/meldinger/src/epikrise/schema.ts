/** Epikrise 1.1 and 1.2 on the wire (HIS 80226): the discharge letter, in a document of its own without a MsgHead. */
import type { Edition } from '../basismelding/edition.ts'
import type { Draft } from '../basismelding/own-envelope.ts'
import { head, parties, type Parts, parts } from '../basismelding/parts.ts'
import { CS, TS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, many, optional, some } from '../xml/schema.ts'
import { event } from './event.ts'
import { hcp } from './hcp.ts'
import { patient } from './patient.ts'

export function epikrise(edition: Edition) {
  const { namespace, added } = edition
  return element(namespace, {
    Type: optional(CS),
    ...head,
    Status: added(optional(CS)),
    ServRprt: servRprt(edition)
  })
}
export type Epikrise = Infer<ReturnType<typeof epikrise>>
export type EpikriseDraft = Draft<Epikrise, 'ServRprt'>

function servRprt(edition: Edition) {
  const { namespace } = edition
  const common = parts(namespace)
  const HCP = hcp(edition, common)
  const { ServProvider, Requester, CopyDest } = parties(namespace, HCP, common.CopyDestRole)
  return element(namespace, {
    ServType: CS,
    IssueDate: TS,
    ApprDate: optional(TS),
    Status: CS,
    Priority: optional(CS),
    Ack: optional(CS),
    MsgDescr: text,
    ServProvId: optional(text),
    ServReq: many(servReq(edition, common)),
    Event: many(event(edition, common, HCP)),
    Patient: patient(edition, common, HCP),
    ServProvider,
    CopyDest,
    Requester,
    RelServProvider: many(element(namespace, { Relation: CS, Role: optional(CS), HCP })),
    RefDoc: many(common.RefDoc)
  })
}

/** The referral that the letter answers. */
function servReq({ namespace, isNewer }: Edition, { concept, richText }: Parts) {
  return element(namespace, {
    ServType: CS,
    IssueDate: TS,
    ReceiptDate: optional(TS),
    ReqComment: optional(text),
    MsgDescr: isNewer ? CS : text,
    Id: text,
    ReasonAsText: many(richText),
    Diagnosis: some(concept)
  })
}
