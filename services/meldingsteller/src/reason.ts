/** Why something is dead, as a label: a closed set, whatever the text in the letter says. */

/** Reasons of ours, and what their texts begin with. */
const labels = [
  ['spoofing', 'abuse:spoofing-attack'],
  ['not-well-formed', 'transport:not-well-formed-xml'],
  ['not-interpretable', 'transport:xml-not-interpretable'],
  ['sender-unreadable', 'sender-unreadable'],
  ['misaddressed', 'other-organisation'],
  ['misaddressed', 'other-service'],
  ['format', 'format'],
  ['undeliverable', 'party-']
] as const

export type ReasonLabel = (typeof labels)[number][0] | 'failed' | 'other'
export const reasonLabels: readonly ReasonLabel[] = [
  ...new Set([...labels.map(([label]) => label), 'failed', 'other'] as const)
]

/** 'failed' is a fault in a service's own code; 'other' is a text that is not known here. */
export function reasonLabel(reason: string): ReasonLabel {
  const known = labels.find(([, beginning]) => reason.startsWith(beginning))
  if (known) return known[0]
  return /^[a-z-]+ failed/.test(reason) ? 'failed' : 'other'
}
