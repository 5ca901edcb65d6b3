/** Which of the 64 partitions a melding belongs to; order is promised within one, and replicas divide by it. */
import type { Melding } from '@budstikka/meldinger'

export const partitions = 64

/** By the patient, else by the conversation, else by the melding itself. 0–63. */
export function partitionOf({ envelope }: Pick<Melding, 'envelope'>): number {
  const cause = envelope.patient?.idents[0]?.id || (envelope.conversation?.refToConversation ?? envelope.msgId)
  return fnv1a(cause) % partitions
}

/** Subject filters for one replica's share: everything where there is only one. */
export function subjectFilters(tjenester: readonly string[], replica: number, replicas: number): string[] {
  if (replicas === 1) return tjenester.map((tjeneste) => `melding.${tjeneste}.>`)
  return tjenester.flatMap((tjeneste) =>
    sharePartitions(replica, replicas).map((part) => `melding.${tjeneste}.*.*.*.${String(part).padStart(2, '0')}`)
  )
}

export function isInShare(partition: number, replica: number, replicas: number): boolean {
  return partition % replicas === replica
}

function sharePartitions(replica: number, replicas: number): number[] {
  return Array.from({ length: partitions }, (_, part) => part).filter((part) => isInShare(part, replica, replicas))
}

/** FNV-1a over UTF-16 units: stable between versions and machines, since stored subjects depend on it. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
