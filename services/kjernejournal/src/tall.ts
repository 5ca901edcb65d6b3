/** How often was looked, as it is published: look-ups by personnel, and persons who have looked at their own, by part. */
import type { Store } from '@budstikka/transport'
import { type Innbyggerdel, innbyggerdeler } from './rules.ts'

/** Types of enterprise (list 9040) in the books. */
const personnelCounts = ['101', '102', '103'].map((type) => `helsepersonell.${type}`)
const citizenCounts = ['innbygger', ...innbyggerdeler.map((del) => `innbygger.${del}`)]

/** What counts is called in a transaction. */
export function openTall(store: Store) {
  const seen = store.table('sett')
  const counts = store.table('tall')
  const countOf = (what: string) => Number(counts.get(what) ?? 0)
  const count = (what: string) => counts.put(what, String(countOf(what) + 1), 0)
  return {
    countLookUp: (businessType: string) => count(`helsepersonell.${businessType}`),
    /** Persons and not look-ups: each once a part, and once in all. */
    countCitizen(fodselsnummer: string, del: Innbyggerdel) {
      const before = seen.get(fodselsnummer)?.split(' ') ?? []
      if (before.includes(del)) return
      if (before.length === 0) count('innbygger')
      count(`innbygger.${del}`)
      seen.put(fodselsnummer, [...before, del].join(' '), 0)
    },
    forget: (fodselsnummer: string) => seen.delete(fodselsnummer),
    counts: (): Readonly<Record<string, number>> =>
      Object.fromEntries([...personnelCounts, ...citizenCounts].map((what) => [what, countOf(what)]))
  }
}
