/** SYSVAK on disk: what each person was vaccinated against, who was born when, and what waits for a person to be found. */
import type { Store } from '@budstikka/transport'
import type { Kept, Vaksinand } from './hendelse.ts'

/** So many are looked through for a search without a number, at most: our choice. */
const searchedMax = 10_000
const dayMs = 86_400_000

export type Records = ReturnType<typeof openRecords>

/** All but reading is called in a transaction. */
export function openRecords(store: Store) {
  const records = store.table('sysvak_vaksinander')
  const waiting = store.table('sysvak_venter')
  return {
    of(id: string): Vaksinand {
      const kept = records.get(id)
      return kept === undefined ? [] : JSON.parse(kept)
    },
    /** `fodselsdato` yyyy-mm-dd, by which a search finds them. */
    save: (id: string, fodselsdato: string, record: Vaksinand): void =>
      records.put(id, JSON.stringify(record), Date.parse(fodselsdato)),
    /** An event of somebody whom nobody knows yet, under the id of its request. */
    park: (msgId: string, hendelse: Kept, now: number): void => void waiting.add(msgId, JSON.stringify(hendelse), now),
    /** Numbers of those born from one day to another, both with them. */
    bornBetween: (from: string, to: string): readonly string[] =>
      records.between(Date.parse(from), Date.parse(to) + dayMs, searchedMax).map(({ key }) => key),
    counts: () => ({ vaksinander: records.count(), venter: waiting.count() })
  }
}
