/** What the pharmacies have been asked to dispense (M21), by ReseptId. */
import { contentOf, type Melding } from '@budstikka/meldinger'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'

const Anmodning = z.object({
  /** MsgId of the M21. */
  m21: z.string(),
  refNr: z.string().optional()
})
export type Anmodning = z.infer<typeof Anmodning>

/** As long as a prescription is valid: our choice. */
const keptMs = 366 * 24 * 60 * 60 * 1000

export type Anmodninger = ReturnType<typeof openAnmodninger>

/** `now`: simulated time, milliseconds since 1970. */
export function openAnmodninger(store: Store) {
  const table = store.table('anmodninger')
  return {
    of(reseptId: string): Anmodning | undefined {
      const text = table.get(reseptId)
      return text === undefined ? undefined : Anmodning.parse(JSON.parse(text))
    },
    /** Another melding is none. */
    hear({ envelope, payload }: Melding, now: number): void {
      const read = payload.format === 'M21' ? contentOf(payload, 'M21') : undefined
      if (read?.type !== 'content') return
      const { ReseptId, RefNr: refNr } = read.content
      table.put(ReseptId, JSON.stringify({ m21: envelope.msgId, ...(refNr !== undefined && { refNr }) }), now)
    },
    forgetBefore: (now: number) => table.deleteBefore(now - keptMs)
  }
}
