/** A file from outside through the strict door: what it says, or why nothing of it may be sent. */
import {
  type Decoded,
  decodeMelding,
  type Envelope,
  gate,
  herIdOf,
  requireSynthetic,
  type Unreadable
} from '@budstikka/meldinger'

export type ReadMelding =
  | { readonly type: 'melding'; readonly envelope: Envelope; readonly unreadable?: Unreadable }
  | Unsendable
/** Nothing can or may be sent: why in words, and where the rule stands. */
export type Unsendable = { readonly type: 'problem'; readonly reason: string; readonly source: string }

export function readMelding(bytes: Uint8Array): ReadMelding {
  const root = gate(bytes)
  if ('reason' in root)
    return problem(`not well-formed at byte ${root.position}: ${root.reason}`, root.limit ? 'our limits' : 'XML 1.0')
  return sendable(decodeMelding(root))
}

/**
 * What `send` does with it, and so what `validate` says of it. A melding that a receiver will refuse is sent too, as long as its
 * envelope can be read: the refusal is worth seeing.
 */
export function sendable(decoded: Decoded): ReadMelding {
  if (decoded.type === 'appRec')
    return problem('expected a melding, got an AppRec: receivers send those', 'HITS 1168 §5.1')
  const envelope = decoded.type === 'melding' ? decoded.melding.envelope : decoded.envelope
  if (envelope === undefined)
    return problem(`expected a MsgHead 1.2 with a sender, got ${faultIn(decoded)}`, 'HITS 1168 §5.3')
  const [synthetic] = requireSynthetic(envelope.patient)?.errors ?? []
  if (synthetic) return problem(synthetic.text ?? synthetic.name, synthetic.source)
  const nobody = addressed(envelope).find(([, address]) => herIdOf(address) === undefined)
  if (nobody)
    return problem(`expected the ${nobody[0]} to have a HER-id of 1 to 10 digits at level 2, none came`, 'AD2.2')
  return { type: 'melding', envelope, ...(decoded.type === 'unreadable' && { unreadable: decoded }) }
}

const addressed = ({ sender, receiver, copies }: Envelope) =>
  [['sender', sender], ['receiver', receiver], ...copies.map((copy) => ['copy receiver', copy] as const)] as const

/** The first fault in words. */
export function faultIn(decoded: { readonly type: string } | Unreadable): string {
  const fault = 'faults' in decoded ? decoded.faults[0] : undefined
  return fault === undefined
    ? 'another document'
    : `${fault.path || 'root'}: expected ${fault.expected}, got ${fault.came}`
}

const problem = (reason: string, source: string): Unsendable => ({ type: 'problem', reason, source })
