/** The door of Dødsårsaksregisteret: a report is judged, kept and answered in one transaction, and only once. */
import { Dodsarsak, type DodsarsakAnswer, isCovidDeath } from '@budstikka/meldinger'
import { openTally } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { handle, idMax, kanaler, type Report } from './handle.ts'

export const ReportBody = z.strictObject({
  id: z.string().min(1).max(idMax),
  dodsarsak: Dodsarsak,
  /** How the doctor told. */
  kanal: z.enum(kanaler).default('elektronisk')
})

/** A cause that stands counts once, in the month of the death; a correction takes the place of what it corrects, and an addition counts nothing. */
export function openDodsarsaksregister(store: Store, now: () => number) {
  const reports = store.table('dodsarsaker')
  const corrected = store.table('rettet')
  const tall = openTally(store, 'dodsarsaker_tall')
  return {
    /** The same report again gets the same answer. */
    receive: (report: Report): DodsarsakAnswer =>
      store.transaction(() => {
        const answer = handle(report, (id) => reports.has(id))
        if (answer.type === 'mottatt' && reports.add(report.id, JSON.stringify(report), now())) count(report)
        return answer
      }),
    count: () => reports.count(),
    /** Causes that stand, as `<kanal>.<yyyy-mm>`, and those of them with covid-19, as `korona.<yyyy-mm>`. */
    tall: tall.all
  }

  function count(report: Report): void {
    const { gjelder } = report.dodsarsak
    if (gjelder?.type === 'tillegg') return
    if (gjelder !== undefined && corrected.add(gjelder.id, '', now()))
      // The rim: written above, from what a schema has read.
      for (const what of countsOf(JSON.parse(reports.get(gjelder.id) ?? '') as Report)) tall.change(what, -1)
    else if (gjelder !== undefined) return
    for (const what of countsOf(report)) tall.change(what)
  }
}

function countsOf({ dodsarsak, kanal }: Report): readonly string[] {
  const month = dodsarsak.dodsdato.slice(0, 7)
  return [`${kanal}.${month}`, ...(isCovidDeath(dodsarsak) ? [`korona.${month}`] : [])]
}
