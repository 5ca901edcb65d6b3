/** A file from outside through the strict door: what it says, or why nothing of it may be sent. */
import {
  type Envelope,
  gate,
  decodeMelding,
  type Refusal,
  requireSynthetic,
  type Unreadable
} from '@budstikka/meldinger'

export type ReadMelding =
  | { readonly type: 'melding'; readonly envelope: Envelope; readonly unreadable?: Unreadable }
  /** `reason` in words; nothing can or may be sent. */
  | { readonly type: 'problem'; readonly reason: string; readonly refusal?: Refusal }

/** A melding that a receiver will refuse is read too, as long as its envelope can be: the refusal is worth seeing. */
export function readMelding(bytes: Uint8Array): ReadMelding {
  const root = gate(bytes)
  if ('reason' in root) return problem(`not well-formed at byte ${root.position}: ${root.reason}`)
  const decoded = decodeMelding(root)
  if (decoded.type === 'appRec') return problem('expected a melding, got an AppRec: receivers send those')
  const envelope = decoded.type === 'melding' ? decoded.melding.envelope : decoded.envelope
  if (envelope === undefined) return problem(`expected a MsgHead 1.2 with a sender, got ${faultIn(decoded)}`)
  const refusal = requireSynthetic(envelope.patient)
  if (refusal)
    return { type: 'problem', reason: refusal.errors[0]?.text ?? 'the patient could be a real person', refusal }
  return { type: 'melding', envelope, ...(decoded.type === 'unreadable' && { unreadable: decoded }) }
}

/** The first fault in words. */
export function faultIn(decoded: { readonly type: string } | Unreadable): string {
  const fault = 'faults' in decoded ? decoded.faults[0] : undefined
  return fault === undefined
    ? 'another document'
    : `${fault.path || 'root'}: expected ${fault.expected}, got ${fault.came}`
}

const problem = (reason: string): ReadMelding => ({ type: 'problem', reason })
