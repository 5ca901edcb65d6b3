/** What Folkeregisteret remembers: persons who died, what it received, and its feed of decisions. */
import type { Store } from '@budstikka/transport'
import type { Person } from './handle.ts'
import { Hendelse } from './hendelse.ts'

export type Folkeregister = ReturnType<typeof openFolkeregister>

/** All but the reads are called in a transaction. */
export function openFolkeregister(store: Store) {
  const personer = store.table('personer')
  const mottatt = store.table('mottatt')
  const feed = store.table('hendelser')
  return {
    person(fodselsnummer: string): Person {
      const dodsdato = personer.get(fodselsnummer)
      return dodsdato === undefined ? {} : { dodsdato }
    },
    save(fodselsnummer: string, { dodsdato }: Person, now: number) {
      if (dodsdato === undefined) personer.delete(fodselsnummer)
      else personer.put(fodselsnummer, dodsdato, now)
    },
    /** The reference of what was received under the sender's id; undefined when it is new. */
    referanse: (avsendersId: string) => mottatt.get(avsendersId),
    receive: (avsendersId: string, referanse: string, now: number) => mottatt.put(avsendersId, referanse, now),
    newest: () => feed.count(),
    /** Kept by sequence number where other tables keep time, so that the feed is one range of the index. */
    tell: (hendelse: Hendelse) =>
      feed.put(String(hendelse.sekvensnummer), JSON.stringify(hendelse), hendelse.sekvensnummer),
    /** Those from a sequence number on, oldest first. */
    from: (sekvensnummer: number, limit: number): readonly Hendelse[] =>
      feed.between(sekvensnummer, Number.MAX_SAFE_INTEGER, limit).map(({ value }) => Hendelse.parse(JSON.parse(value)))
  }
}
