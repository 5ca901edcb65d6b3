/** AppRec 1.0 and 1.1 on the wire (HIS 80415): the same shapes in two namespaces. */
import { hcpNames, hcpParts } from '../felles/hcp-schema.ts'
import { CS, CV } from '../felles/kith.ts'
import { dateTime, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { element, exactlyOneOf, many, optional } from '../xml/schema.ts'

export type AppRecVersion = '1.0' | '1.1'
export const appRecNamespaces: ReadonlyMap<string, AppRecVersion> = new Map([
  ['http://www.kith.no/xmlstds/apprec/2004-11-21', '1.0'],
  ['http://www.kith.no/xmlstds/apprec/2012-02-15', '1.1']
])
export const migVersions = { '1.0': '1.0 2004-11-21', '1.1': 'v1.1 2012-02-15' } as const

export type AppRecElement = Infer<ReturnType<typeof appRecSchema>>

export function appRecSchema(namespace: string) {
  const HCP = hcp(namespace)
  return element(namespace, {
    MsgType: CS,
    MIGversion: text,
    SoftwareName: optional(text),
    SoftwareVersion: optional(text),
    GenDate: dateTime,
    Id: text,
    Sender: element(namespace, { Role: optional(CS), HCP }),
    Receiver: element(namespace, { Role: optional(CS), HCP }),
    Status: CS,
    Error: many(CV),
    OriginalMsgId: element(namespace, { MsgType: CS, IssueDate: dateTime, Id: text })
  })
}

function hcp(namespace: string) {
  const { AdditionalId, Dept, HCPerson, Address, HCProf } = hcpParts(namespace)
  const Inst = element(namespace, {
    ...hcpNames,
    Dept: many(Dept),
    AdditionalId: many(AdditionalId),
    HCPerson: many(HCPerson)
  })
  return element(
    namespace,
    { Inst: optional(Inst), HCProf: optional(HCProf), MedSpeciality: optional(CV), Address: optional(Address) },
    exactlyOneOf('Inst', 'HCProf')
  )
}
