/** One piece of clinical information: a result, a medicine or an observation (HIS 80226). */
import type { Parts } from '../basismelding/parts.ts'
import { CS, CV, PQ, TS } from '../felles/kith.ts'
import { text } from '../felles/leaves.ts'
import { any, element, exactlyOneOf, many, optional } from '../xml/schema.ts'
import type { Hcp } from './hcp.ts'

export function infItem(namespace: string, common: Parts, HCP: Hcp) {
  const Observation = element(namespace, {
    Description: optional(any),
    Comment: optional(text),
    CodedDescr: optional(common.concept)
  })
  return element(
    namespace,
    {
      ResultItem: optional(resultItem(namespace, common)),
      Medication: optional(medication(namespace)),
      Observation: optional(Observation),
      Type: CS,
      StartDateTime: optional(TS),
      EndDateTime: optional(TS),
      OrgDate: optional(TS),
      Origin: optional(element(namespace, { Role: optional(CS), HCP })),
      RelHCProvider: many(element(namespace, { Relation: CS, Role: optional(CS), HCP }))
    },
    exactlyOneOf('ResultItem', 'Medication', 'Observation')
  )
}

function resultItem(namespace: string, { richText, Interval, NumResult, DateResult, ClinInv, concept }: Parts) {
  return element(
    namespace,
    {
      TextResult: optional(element(namespace, { Result: optional(richText) })),
      Interval: optional(Interval),
      NumResult: optional(NumResult),
      DateResult: optional(DateResult),
      ServType: optional(CS),
      InvDate: optional(TS),
      Comment: optional(text),
      DevResultInd: optional(CS),
      ClinInv,
      DiagComment: optional(concept)
    },
    exactlyOneOf('TextResult', 'Interval', 'NumResult', 'DateResult')
  )
}

function medication(namespace: string) {
  return element(namespace, {
    DrugId: CV,
    DosageCoded: optional(CV),
    Comment: optional(text),
    Status: CS,
    Form: optional(CV),
    RouteOfAdm: optional(CV),
    IntendedDuration: optional(PQ),
    QuantitySupplied: optional(PQ),
    UnitDose: optional(PQ),
    DosageText: optional(text)
  })
}
