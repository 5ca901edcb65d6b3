/** Where a svarrapport has its envelope (AD2.11); 1.3, and some of 1.4, say S for their type and their field of medicine in MsgDescr. */
import { fieldOf } from '../basismelding/lab.ts'
import type { OwnEnvelope } from '../basismelding/own-envelope.ts'

export const svarrapportEnvelope: Omit<OwnEnvelope, 'migVersion'> = {
  document: 'ServReport',
  documentId: 'ServProvId',
  sender: 'ServProvider',
  typeOf: (type, description) => (type === 'S' ? `SVAR_${fieldOf(description)}` : type)
}
