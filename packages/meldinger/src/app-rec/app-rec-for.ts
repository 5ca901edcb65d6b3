/** The receipt for a melding: addresses mirrored, in the version that the melding's format asks for (HITS 1168 §8.3, §11). */
import type { AppRec } from '../app-rec.ts'
import { formatNamed } from '../formats.ts'
import type { Address, Envelope, Melding } from '../melding.ts'
import { dateTime } from '../xml/lexical.ts'

export type Receipt = {
  /** In which role the answering party was named (list 8112). */
  readonly role: AppRec['role']
  /** The party that answers, as the melding named it, or as the register does. */
  readonly answeredBy: Address
  readonly status: AppRec['status']
  /** None for status 1; at least one for 2 and 3. */
  readonly errors: AppRec['errors']
  /** UUID of the AppRec. */
  readonly id: string
  readonly genDate: string
  readonly version: AppRec['version']
}

/** An AppRec to the sender of what came; `original` is enough of it to be answered. 1.0 names a document without a MsgHead by its own id. */
export function appRecFor(original: Melding | Envelope, receipt: Receipt): AppRec {
  const { sender, type, msgId, genDate, documentId } = 'envelope' in original ? original.envelope : original
  return {
    version: receipt.version,
    id: receipt.id,
    genDate: receipt.genDate,
    sender: receipt.answeredBy,
    role: receipt.role,
    receiver: sender,
    status: receipt.status,
    errors: receipt.errors,
    // An original without a readable GenDate is answered with the receipt's own: the field is a required dateTime.
    original: {
      type,
      genDate: dateTime.accepts(genDate) ? genDate : receipt.genDate,
      id: receipt.version === '1.0' ? (documentId ?? msgId) : msgId
    }
  }
}

/** The AppRec version that answers a melding; 1.1 where the format is not known (HITS 1168 §8.3). */
export function appRecVersionFor({ payload }: Melding): AppRec['version'] {
  return formatNamed(payload.format, payload.version)?.appRec ?? '1.1'
}
