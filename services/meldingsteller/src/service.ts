/** Meldingsteller counts every sending from its headers alone and keeps the books; it opens no melding. */
import type { ConsumerOptions } from '@budstikka/transport'

export const service = {
  name: 'meldingsteller',
  version: '0.1.0',
  description: 'Counts every sending per sender, receiver, type and month, and keeps the books'
} as const

/** What it hears: all meldinger and all dead letters, each by one durable, headers only. */
export type HeardStream = 'MELDINGER' | 'DEAD'

export const consumers = {
  MELDINGER: { stream: 'MELDINGER', durable: 'meldingsteller', subjects: ['melding.>'], headersOnly: true },
  DEAD: { stream: 'DEAD', durable: 'meldingsteller-dead', subjects: ['dead.>'], headersOnly: true }
} as const satisfies Record<HeardStream, ConsumerOptions>
