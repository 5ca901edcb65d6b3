/** Where a rekvisisjon has its envelope (AD2.9); 1.5 says R for its type and its field of medicine in MsgDescr. */
import { fieldOf } from '../basismelding/lab.ts'
import type { OwnEnvelope } from '../basismelding/own-envelope.ts'

export const rekvisisjonEnvelope: Omit<OwnEnvelope, 'migVersion'> = {
  document: 'ServReq',
  documentId: 'Id',
  sender: 'Requester',
  typeOf: (type, description) => (type === 'R' ? `REQ_${fieldOf(description)}` : type)
}
