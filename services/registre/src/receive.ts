/** The door of Dødsårsaksregisteret: a report is judged, kept and answered in one transaction, and only once. */
import { Dodsarsak, type DodsarsakAnswer } from '@budstikka/meldinger'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { handle, idMax, type Report } from './handle.ts'

export const ReportBody = z.strictObject({ id: z.string().min(1).max(idMax), dodsarsak: Dodsarsak })
export function openDodsarsaksregister(store: Store, now: () => number) {
  const reports = store.table('dodsarsaker')
  return {
    /** The same report again gets the same answer. */
    receive: (report: Report): DodsarsakAnswer =>
      store.transaction(() => {
        const answer = handle(report, (id) => reports.has(id))
        if (answer.type === 'mottatt') reports.add(report.id, JSON.stringify(report.dodsarsak), now())
        return answer
      }),
    count: () => reports.count()
  }
}
