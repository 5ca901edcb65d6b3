/** Clinical information of a referral: a result, a medicine or an observation; dates are TS in 1.x and dateTime in 2.0. */
import { CS, CV, PQ, TS } from '../felles/kith.ts'
import { date, dateTime, text } from '../felles/leaves.ts'
import type { Schema } from '../xml/schema.ts'
import { element, exactlyOneOf, many, optional } from '../xml/schema.ts'

export const infItem1 = (namespace: string) => infItem(namespace, { Type: CS, time: TS, day: TS })
export const infItem2 = (namespace: string) => infItem(namespace, { Type: CV, time: dateTime, day: date })

function infItem<C, T, D>(namespace: string, by: { Type: Schema<C>; time: Schema<T>; day: Schema<D> }) {
  const Medication = element(namespace, {
    DrugId: CV,
    Comment: optional(text),
    Status: CS,
    IntendedDuration: optional(PQ),
    QuantitySupplied: optional(PQ),
    UnitDose: optional(PQ),
    DosageText: optional(text)
  })
  return element(
    namespace,
    {
      ResultItem: optional(resultItem(namespace, by)),
      Medication: optional(Medication),
      Observation: optional(element(namespace, { Description: optional(text), Comment: optional(text) })),
      Type: by.Type,
      StartDateTime: optional(by.time),
      EndDateTime: optional(by.time),
      OrgDate: optional(by.time)
    },
    exactlyOneOf('ResultItem', 'Medication', 'Observation')
  )
}

function resultItem<T, D>(namespace: string, { time, day }: { time: Schema<T>; day: Schema<D> }) {
  const Result = element(namespace, {
    Heading: optional(CS),
    TextResultValue: optional(text),
    TextCode: optional(CV)
  })
  return element(
    namespace,
    {
      TextResult: optional(element(namespace, { Result: optional(Result) })),
      Interval: optional(element(namespace, { Low: optional(PQ), High: optional(PQ) })),
      DateResult: optional(element(namespace, { DateResultValue: day })),
      NumResult: optional(element(namespace, { ArithmeticComp: optional(CS), NumResultValue: PQ })),
      ServType: optional(CS),
      InvDate: optional(time),
      Comment: optional(text),
      DevResultInd: optional(CS),
      ClinInv: element(namespace, { Id: CV, Spec: many(CV) })
    },
    exactlyOneOf('TextResult', 'Interval', 'DateResult', 'NumResult')
  )
}
