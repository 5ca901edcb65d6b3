/** What happened, or is planned: the stay, with what was found, given and decided (HIS 80226). An event may hold others. */
import type { Edition } from '../basismelding/edition.ts'
import { wholeOrNothing } from '../felles/checks.ts'
import type { Parts } from '../basismelding/parts.ts'
import { CS, CV, PQ, TS } from '../felles/kith.ts'
import { integer, text } from '../felles/leaves.ts'
import type { Schema, ValueOf } from '../xml/schema.ts'
import { element, many, optional, recursive } from '../xml/schema.ts'
import type { Hcp } from './hcp.ts'
import { inst } from './hcp.ts'
import { infItem } from './inf-item.ts'

type Own = ReturnType<typeof ownFields>
export type Event = ValueOf<Own['before']> & ValueOf<Own['after']> & { readonly Event?: readonly Event[] | undefined }

export function event(edition: Edition, common: Parts, HCP: Hcp): Schema<Event> {
  const { before, after } = ownFields(edition, common, HCP)
  // 1.1 has it, with a key that no event can meet.
  const { added } = edition
  const keys = [...Object.keys(before), 'Event', ...Object.keys(after)]
  const required = ['ServType', 'Service', ...(edition.isNewer ? [] : ['Id'])]
  const check = wholeOrNothing(keys, required, ['PlannedEvent', 'ReportedEvent'])
  const Event: Schema<Event> = recursive<Event>(
    edition.namespace,
    true,
    () => ({ ...before, Event: added(many(Event)), ...after }),
    check
  )
  return Event
}

function ownFields(edition: Edition, common: Parts, HCP: Hcp) {
  const { namespace, dropped } = edition
  const Service = element(namespace, { ServId: optional(CV), MedSpecialty: optional(CV), AdmCat: optional(CS) })
  const AssRequest = element(namespace, { IssueDate: optional(TS), MsgType: CS, Id: optional(text) })
  const before = {
    PlannedEvent: optional(plannedEvent(namespace)),
    ReportedEvent: optional(element(namespace, { StartDateTime: TS, EndDateTime: optional(TS) })),
    ServType: optional(CS),
    Recipient: optional(CS),
    Priority: optional(CS),
    AdmOutcome: optional(CS),
    ExpDuration: optional(PQ),
    Id: dropped(optional(integer))
  }
  const after = {
    Service: optional(Service),
    RelServProvider: many(element(namespace, { Relation: CS, Role: optional(CS), HCP })),
    AssRequest: many(AssRequest),
    EventLocation: many(eventLocation(edition, common)),
    InfItem: many(infItem(namespace, common, HCP)),
    Comment: many(common.richText),
    CodedComment: many(common.concept)
  }
  return { before, after }
}

function plannedEvent(namespace: string) {
  const TransportArr = element(namespace, {
    Responsibility: optional(CS),
    Status: optional(CS),
    TransportRequirement: optional(CV),
    EscortRequired: optional(CS),
    Comment: optional(text)
  })
  return element(namespace, {
    PlanningStage: optional(CS),
    StatusOfPlan: optional(CS),
    PlanComment: optional(text),
    PlanningDate: optional(TS),
    ScheduledDate: optional(TS),
    AdviceSentTo: optional(CS),
    ExpectedDelay: optional(PQ),
    CommentExpDuration: optional(text),
    Preparation: optional(text),
    Advice: optional(text),
    TransportArr: optional(TransportArr)
  })
}

function eventLocation(edition: Edition, common: Parts) {
  const { namespace } = edition
  const Location = element(namespace, {
    Type: optional(CS),
    Description: optional(text),
    Inst: optional(inst(edition, common)),
    Address: optional(common.Address),
    SubLocation: many(common.SubLocation)
  })
  return element(namespace, { Role: optional(CS), StartDateTime: optional(TS), EndDateTime: optional(TS), Location })
}
