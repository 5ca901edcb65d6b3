/** What rekvisisjon and svarrapport have alike: who or what is examined, and what is known of it beforehand (HIS 80821, 80822). */
import { BL, CS, CV, TS } from '../felles/kith.ts'
import { integer, text } from '../felles/leaves.ts'
import { any, element, many, optional } from '../xml/schema.ts'
import type { Hcp } from './hcp.ts'
import type { Parts } from './parts.ts'

export function labParts(namespace: string, common: Parts, HCP: Hcp) {
  const ResponsibleHcp = optional(element(namespace, { Role: optional(CS), Relation: optional(CS), HCP }))
  const Observation = element(namespace, {
    Description: optional(any),
    Comment: optional(text),
    CodedDescr: optional(CV)
  })
  const knownBy = { IdByServProvider: optional(text), IdByRequester: optional(text) }
  const relation = { Relation: optional(CS), ResponsibleHcp }
  return {
    InfItem: element(namespace, {
      Observation,
      Type: CS,
      StartDateTime: optional(TS),
      EndDateTime: optional(TS),
      OrgDate: optional(TS)
    }),
    patientFields: {
      BasisForHealthServices: optional(CS),
      Sex: optional(CS),
      DateOfBirth: optional(TS),
      DateOfDeath: optional(TS),
      Name: optional(text),
      ...knownBy,
      OffId: text,
      TypeOffId: CS,
      ...relation
    },
    animalFields: {
      Sex: optional(CS),
      Name: optional(text),
      NameOwner: optional(text),
      Species: optional(text),
      ...knownBy,
      ...relation
    },
    materialFields: { InvMaterial: optional(text), ...knownBy, ...relation },
    PaymentResponsible: optional(element(namespace, { Role: optional(CS), TypeGuarantor: text, HCP })),
    CollectedStudyProduct: element(namespace, {
      Type: optional(text),
      ProducedDate: optional(TS),
      RefRelatedProd: optional(text)
    }),
    admLocationFields: {
      Role: optional(CS),
      StartDateTime: optional(TS),
      EndDateTime: optional(TS),
      AdmCat: optional(CS)
    },
    locationFields: {
      Type: optional(CS),
      Description: optional(text),
      SubLocation: many(common.SubLocation),
      Address: optional(common.Address)
    },
    /** A text, rich under ReasonAsText alone, with one code. */
    Comment: element(namespace, { Heading: optional(CS), TextResultValue: optional(text), TextCode: optional(CV) }),
    ReasonAsText: element(namespace, { Heading: optional(CS), TextResultValue: optional(any), TextCode: optional(CV) }),
    Pretreatment: element(namespace, { Heading: optional(CS), TextResultValue: optional(text) }),
    sampleFields: {
      Number: optional(integer),
      SampleCollInd: optional(CS),
      SampleCollProc: optional(CV),
      SampleHandling: many(text)
    },
    Accredited: optional(BL)
  }
}
export type LabParts = ReturnType<typeof labParts>

/** 8202, by which the older versions tell what they are about, to the ending of REQ_ and SVAR_ in 8279; the mapping is our choice. */
export function fieldOf(description: string): string {
  switch (description) {
    case 'MBIO':
      return 'MBIO'
    case 'HIST':
    case 'OBD':
      return 'HIST'
    case 'CYTO':
      return 'CYT'
    case 'CT':
    case 'MA':
    case 'MR':
    case 'RTG':
    case 'SCI':
    case 'UL':
      return 'RTG'
    default:
      return 'LAB'
  }
}
