/** Where an epikrise has its envelope (AD2.10); 1.1 says E for its type. */
import type { OwnEnvelope } from '../basismelding/own-envelope.ts'

export const epikriseEnvelope: Omit<OwnEnvelope, 'migVersion'> = {
  document: 'ServRprt',
  documentId: 'ServProvId',
  sender: 'ServProvider',
  typeOf: (type) => (type === 'E' ? 'EPIKRISE' : type)
}
