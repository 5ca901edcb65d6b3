/** A sample or study product that was examined; it may be taken of another (HIS 80822). */
import type { Schema, ValueOf } from '../xml/schema.ts'
import { atMostOneOf, element, many, optional, recursive } from '../xml/schema.ts'
import { CS, CV, TS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import type { ReportParts } from './examined.ts'

type Own = ReturnType<typeof ownFields>
type AnalysedSubject = ValueOf<Own['before']> &
  ValueOf<Own['after']> & { readonly AnalysedSubject?: AnalysedSubject | undefined }

export function analysedSubject(namespace: string, given: ReportParts): Schema<AnalysedSubject> {
  const { before, after } = ownFields(namespace, given)
  const AnalysedSubject: Schema<AnalysedSubject> = recursive<AnalysedSubject>(
    namespace,
    true,
    () => ({ ...before, AnalysedSubject: optional(AnalysedSubject), ...after }),
    atMostOneOf('CollectedSample', 'CollectedStudyProduct')
  )
  return AnalysedSubject
}

function ownFields(namespace: string, { lab, RelServProv }: ReportParts) {
  const CollectedSample = element(namespace, {
    CollectedDate: optional(TS),
    CollectorComment: optional(text),
    CollectorCommentCoded: many(CV),
    Logistics: optional(text)
  })
  const before = {
    CollectedSample: optional(CollectedSample),
    CollectedStudyProduct: optional(lab.CollectedStudyProduct),
    ServType: optional(CS),
    Type: optional(text),
    TypeCoded: optional(CV),
    IdByRequester: optional(text),
    PreservMaterial: optional(text),
    Comment: optional(text),
    AnatomicalOrigin: optional(text),
    ...lab.sampleFields,
    IdByServProvider: text,
    Accredited: lab.Accredited
  }
  return { before, after: { Pretreatment: optional(lab.Pretreatment), RelServProv: optional(RelServProv) } }
}
