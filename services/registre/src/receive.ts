/** The door of Dødsårsaksregisteret: a report is judged, kept and answered in one transaction, and only once. */
import { Dodsarsak } from '@budstikka/meldinger'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { type Answer, handle, idMax, type Report } from './handle.ts'

export const ReportBody = z.strictObject({ id: z.string().min(1).max(idMax), dodsarsak: Dodsarsak })
export const AnswerBody = z.union([
  z.object({ type: z.literal('mottatt'), referanse: z.string() }),
  z.object({ type: z.literal('avvist'), begrunnelse: z.string() })
])

export function openDodsarsaksregister(store: Store, now: () => number) {
  const reports = store.table('dodsarsaker')
  return {
    /** The same report again gets the same answer. */
    receive: (report: Report): Answer =>
      store.transaction(() => {
        const answer = handle(report, (id) => reports.has(id))
        if (answer.type === 'mottatt') reports.add(report.id, JSON.stringify(report.dodsarsak), now())
        return answer
      }),
    count: () => reports.count()
  }
}
