/** What is asked for in a rekvisisjon: investigations, how often, and on which samples (HIS 80821). */
import { wholeOrNothing } from '../felles/checks.ts'
import type { LabParts } from '../basismelding/lab.ts'
import { CS, CV, PQ, TS } from '../felles/kith.ts'
import { integer, text } from '../felles/leaves.ts'
import type { Schema, ValueOf } from '../xml/schema.ts'
import { element, many, optional, recursive, some } from '../xml/schema.ts'

export function reqInvestigation(namespace: string, lab: LabParts) {
  const Investigation = element(namespace, {
    Id: some(CV),
    Spec: many(CV),
    Comment: optional(text),
    Priority: optional(CS)
  })
  const StandingInv = element(namespace, {
    NumberOfTimes: optional(integer),
    ScheduledStart: optional(TS),
    ScheduledEnd: optional(TS),
    CycleTime: optional(text),
    EndCondition: optional(text),
    Instructions: optional(text)
  })
  return element(namespace, {
    ServType: CS,
    Purpose: optional(CS),
    ReqDate: optional(TS),
    Priority: optional(CS),
    Comment: optional(text),
    Investigation: many(Investigation),
    StandingInv: optional(StandingInv),
    AnalysedSubject: many(analysedSubject(namespace, lab))
  })
}

type Own = ReturnType<typeof ownFields>
type AnalysedSubject = ValueOf<Own['before']> &
  ValueOf<Own['after']> & { readonly AnalysedSubject?: AnalysedSubject | undefined }

/** A sample may be taken of another. */
function analysedSubject(namespace: string, lab: LabParts): Schema<AnalysedSubject> {
  const { before, after } = ownFields(namespace, lab)
  const keys = [...Object.keys(before), 'AnalysedSubject', ...Object.keys(after)]
  const check = wholeOrNothing(keys, [], ['RequestedSubject', 'CollectedSample', 'CollectedStudyProduct'])
  const AnalysedSubject: Schema<AnalysedSubject> = recursive<AnalysedSubject>(
    namespace,
    true,
    () => ({ ...before, AnalysedSubject: optional(AnalysedSubject), ...after }),
    check
  )
  return AnalysedSubject
}

function ownFields(namespace: string, lab: LabParts) {
  const CollectedSample = element(namespace, {
    CollectedDate: optional(TS),
    CollectorComment: optional(text),
    CollectorsCommentCoded: many(CV),
    Logistics: optional(text)
  })
  const before = {
    RequestedSubject: optional(element(namespace, { Priority: optional(CS), ReqDate: optional(TS) })),
    CollectedSample: optional(CollectedSample),
    CollectedStudyProduct: optional(lab.CollectedStudyProduct),
    Type: optional(text),
    TypeCoded: optional(CV),
    IdByRequester: optional(text),
    IdByServProv: optional(text),
    PreservMaterial: optional(text),
    Comment: optional(text),
    AnatomicalOrigin: optional(text),
    ...lab.sampleFields,
    SubjectMeasures: many(element(namespace, { TypeQuantity: text, Quantity: PQ }))
  }
  return { before, after: { Pretreatment: optional(lab.Pretreatment) } }
}
