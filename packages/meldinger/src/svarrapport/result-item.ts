/** One result of a svarrapport, as text, interval, date or number; a group holds its parts (HIS 80822). */
import type { Edition } from '../basismelding/edition.ts'
import { BL, CS, CV, PQ, TS } from '../felles/kith.ts'
import { integer, text } from '../felles/leaves.ts'
import type { Schema, ValueOf } from '../xml/schema.ts'
import { any, atMostOneOf, element, many, optional, recursive, some } from '../xml/schema.ts'
import type { ReportParts } from './examined.ts'

export type ResultItem = ValueOf<ReturnType<typeof ownFields>> & {
  readonly ResultItem?: readonly ResultItem[] | undefined
}

export function resultItem(edition: Edition, given: ReportParts): Schema<ResultItem> {
  const own = ownFields(edition, given)
  const ResultItem: Schema<ResultItem> = recursive<ResultItem>(
    edition.namespace,
    true,
    () => ({ ...own, ResultItem: many(ResultItem) }),
    atMostOneOf('TextResult', 'Interval', 'DateResult', 'NumResult')
  )
  return ResultItem
}

function ownFields(edition: Edition, { common, lab, RelServProv }: ReportParts) {
  const { namespace } = edition
  const TextResult = element(namespace, {
    Heading: optional(CS),
    TextResultValue: optional(any),
    TextCode: many(CV),
    Unit: optional(text)
  })
  const Investigation = element(namespace, { Id: some(CV), Spec: many(CV), Comment: optional(text) })
  return {
    TextResult: optional(TextResult),
    Interval: optional(common.Interval),
    DateResult: optional(common.DateResult),
    NumResult: optional(common.NumResult),
    ServType: optional(CS),
    RefInterval: many(element(namespace, { Descr: optional(text) })),
    Investigation: many(Investigation),
    InvDate: optional(TS),
    Comment: optional(text),
    DevResultInd: optional(CS),
    IdResultItem: optional(text),
    RefIdResultItem: optional(text),
    StatusInvestigation: optional(CS),
    StatusChangeDate: optional(TS),
    DescrDate: optional(TS),
    CounterSignDate: optional(TS),
    MedicalValidationDate: optional(TS),
    RefAnalysedSubject: many(text),
    Accredited: lab.Accredited,
    RelServProv: many(RelServProv),
    DiagComment: optional(common.concept),
    StructuredInfo: many(structuredInfo(edition))
  }
}

function structuredInfo({ namespace, isNewer }: Edition) {
  const code = isNewer ? CV : CS
  return element(namespace, {
    Type: code,
    TextInfo: many(element(namespace, { Text: text })),
    IntegerInfo: many(element(namespace, { Integer: integer })),
    PhysicalInfo: many(element(namespace, { Quantity: PQ })),
    CodedInfo: many(element(namespace, { Code: code })),
    BooleanInfo: many(element(namespace, { Flag: BL }))
  })
}
