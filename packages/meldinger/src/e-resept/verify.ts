/** MV: a system tells which systems and versions it is made of. */
import { dateTime, text } from '../felles/leaves.ts'
import { complexType, element, many, some } from '../xml/schema.ts'

const mv = 'http://ehelse.no/xmlstds/eresept/mv/2017-01-01'

const SystemInfo = complexType(mv, { SystemCode: text, SystemName: text, Version: text, TimeLastUpdated: dateTime })
const OperationSupplierInfo = complexType(mv, {
  ServiceVendorName: text,
  ContactName: text,
  ContactMail: text,
  ContactPhone: text
})

export const Verify = element(mv, {
  SystemInfo: some(SystemInfo),
  OperationSupplierInfo,
  AdditionalInfo: many(complexType(mv, { Key: text, Value: text }))
})
