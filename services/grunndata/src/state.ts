/** What Folkeregisteret remembers: persons who died, what it received, cases that wait for somebody, its feed of decisions, and its list of events. */
import type { Dodsfallsmelding } from '@budstikka/meldinger'
import { openTally } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { openFeed } from './feed.ts'
import { countOf, type Person } from './handle.ts'
import { Hendelse } from './hendelse.ts'
import { type Hendelsetype, Personhendelse } from './hendelsesliste.ts'

export type Folkeregister = ReturnType<typeof openFolkeregister>

/** What a message from outside became, and what it told. */
export type Sak = {
  readonly folkeregisterReferanse: string
  readonly avsendersMeldingsidentifikator: string
  readonly told: Dodsfallsmelding
}

/** All but the reads are called in a transaction. */
export function openFolkeregister(store: Store) {
  const personer = store.table('personer')
  const mottatt = store.table('mottatt')
  const feed = openFeed(store, 'hendelser', Hendelse)
  const saker = store.table('saker')
  const manuelle = openTally(store, 'manuelle')
  const hendelsesliste = openFeed(store, 'hendelsesliste', Personhendelse)
  const tall = openTally(store, 'dodsfall')
  // The rim: written below.
  const person = (fodselsnummer: string): Person => JSON.parse(personer.get(fodselsnummer) ?? '{}')
  return {
    person,
    save(fodselsnummer: string, after: Person, now: number) {
      const [was, is] = [countOf(person(fodselsnummer)), countOf(after)]
      if (was !== undefined) tall.change(was, -1)
      if (is !== undefined) tall.change(is)
      if (after.dodsdato === undefined) personer.delete(fodselsnummer)
      else personer.put(fodselsnummer, JSON.stringify(after), now)
    },
    /** Deaths that stand, as `<kanal>.<yyyy-mm>`. */
    tall: tall.all,
    /** The reference of what was received under the sender's id; undefined when it is new. */
    referanse: (avsendersId: string) => mottatt.get(avsendersId),
    receive: (avsendersId: string, referanse: string, now: number) => mottatt.put(avsendersId, referanse, now),
    tell: feed.add,
    from: feed.from,
    /** Decisions, of whatever kind. */
    decisions: () => feed.newest() - manuelle.of('antall'),
    /** A case that somebody looks at: told of, and kept where it waits for what they decide. */
    lookAt(sak: Omit<Sak, 'told'>, begrunnelse: string) {
      feed.add({ ...sak, sakTilManuellBehandling: { begrunnelse } })
      manuelle.change('antall')
    },
    wait: (sak: Sak) => saker.put(sak.folkeregisterReferanse, JSON.stringify(sak), 0),
    /** Undefined where none waits under that reference. */
    sak(referanse: string): Sak | undefined {
      const value = saker.get(referanse)
      // The rim: written above.
      return value === undefined ? undefined : (JSON.parse(value) as Sak)
    },
    close: (referanse: string) => saker.delete(referanse),
    waiting: () => saker.count(),
    happened: (folkeregisteridentifikator: string, hendelsetype: Hendelsetype, now: number) =>
      hendelsesliste.add({
        hendelse: { folkeregisteridentifikator, hendelsetype, ajourholdstidspunkt: new Date(now).toISOString() }
      }),
    hendelserFrom: hendelsesliste.from
  }
}
