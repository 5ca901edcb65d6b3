/** Where henvisning 1.0 and 1.1 have their envelope (AD2.9); 1.0 says H for its type. */
import type { OwnEnvelope } from '../basismelding/own-envelope.ts'

export const henvisningEnvelope: Omit<OwnEnvelope, 'migVersion'> = {
  document: 'ServReq',
  documentId: 'Id',
  sender: 'Requester',
  typeOf: (type) => (type === 'H' ? 'HENVISNING' : type)
}
