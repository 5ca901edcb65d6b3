/** Parts that epikrise, henvisning 1.x, svarrapport and rekvisisjon have alike, each in its own namespace (HIS 80226, 80517, 80821, 80822). */
import { hcpParts } from '../felles/hcp-schema.ts'
import { CS, CV, PQ, TS } from '../felles/kith.ts'
import { anyUri, text } from '../felles/leaves.ts'
import type { Schema } from '../xml/schema.ts'
import { any, anyElements, atMostOneOf, element, many, optional, some } from '../xml/schema.ts'

/** What every Message has before its document. */
export const head = {
  MsgVersion: optional(text),
  MIGversion: text,
  GenDate: TS,
  MsgId: text
}

/** A document that is referred to, or held. */
export const refDocFields = {
  IssueDate: optional(TS),
  MsgType: CS,
  Id: optional(text),
  MimeType: optional(text),
  Description: optional(text),
  Compression: optional(CS),
  FileReference: optional(anyUri),
  Content: optional(anyElements)
}

export function parts(namespace: string) {
  const concept = element(namespace, {
    Concept: CV,
    Modifier: many(element(namespace, { Name: CS, Value: some(CV) }))
  })
  const RefDoc = element(namespace, refDocFields, atMostOneOf('FileReference', 'Content'))
  return {
    ...hcpParts(namespace),
    concept,
    RefDoc,
    CopyDestRole: element(namespace, { MsgType: CS, ReqComMethod: optional(CS), ActComMethod: optional(CS) }),
    PatientPrecaution: element(namespace, {
      Precaution: text,
      StartDateTime: optional(TS),
      EndDateTime: optional(TS)
    }),
    SubLocation: element(namespace, { Type: CS, Place: text }),
    Interval: element(namespace, { Low: optional(PQ), High: optional(PQ) }),
    NumResult: element(namespace, { ArithmeticComp: optional(CS), NumResultValue: PQ }),
    DateResult: element(namespace, { DateResultValue: TS }),
    ClinInv: element(namespace, { Id: CV, Spec: many(CV) }),
    /** Free text, or xhtml, under a heading. */
    richText: element(namespace, { Heading: optional(CS), TextResultValue: optional(any), TextCode: many(CV) })
  }
}

export type Parts = ReturnType<typeof parts>

/** The parties of a document, around the HCP that the standard has. */
export function parties<H, R>(namespace: string, HCP: Schema<H>, CopyDestRole: Schema<R>) {
  const party = element(namespace, { Role: optional(CS), ComMethod: optional(CS), HCP })
  return {
    ServProvider: party,
    Requester: party,
    CopyDest: many(element(namespace, { Role: optional(CS), CopyDestRole: many(CopyDestRole), HCP }))
  }
}
