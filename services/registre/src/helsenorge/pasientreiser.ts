/** Pasientreiser: applications for refund, each decided and paid as simulated time goes on. */
import { dateOf } from '@budstikka/landscape'
import { openTally, problem, type Problem } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { type Frikort, hasFrikort } from '../helfo/frikort.ts'
import { decide, type Soknad, type Tilstand } from './soknad.ts'

export type Pasientreiser = ReturnType<typeof openPasientreiser>
/** The rim: written below, from what a schema has read. */
type Kept = { readonly soknad: Soknad; readonly tilstand: Tilstand }

const dayMs = 86_400_000
/** From the application to the decision, and on to the payment: our choice. */
const [decisionMs, paymentMs] = [14 * dayMs, 3 * dayMs]
/** Decided at once, at most: the rest at the next strike of the clock. */
const turn = 10_000

export function openPasientreiser(store: Store, frikort: Frikort) {
  const soknader = store.table('reise_soknader')
  /** By id, with the time at which something happens to it next. */
  const next = store.table('reise_neste')
  const tall = openTally(store, 'reise_tall')
  const find = (id: string): Kept | undefined => {
    const kept = soknader.get(id)
    return kept === undefined ? undefined : (JSON.parse(kept) as Kept)
  }
  return {
    /** The same again stands where it stood. */
    apply: (soknad: Soknad): Tilstand =>
      store.transaction(() => {
        const before = find(soknad.id)
        if (before !== undefined) return before.tilstand
        const tilstand: Tilstand = { tilstand: 'mottatt' }
        keep(soknad, tilstand)
        next.put(soknad.id, '', soknad.at + decisionMs)
        tall.change('soknad')
        return tilstand
      }),
    tilstand: (id: string): Tilstand | Problem =>
      find(id)?.tilstand ?? problem(404, 'expected the id of an application that was sent here'),
    /** Decides and pays what is due before `now`, simulated time; called in the transaction at hand. */
    comeTo(now: number): void {
      for (const { key, at } of next.between(0, now, turn)) {
        const kept = find(key)
        next.delete(key)
        if (kept === undefined) continue
        const { soknad, tilstand } = kept
        if (tilstand.tilstand === 'innvilget') {
          keep(soknad, { ...tilstand, tilstand: 'utbetalt' })
          continue
        }
        const decided = decide(soknad, dateOf(soknad.at), (dato) => hasFrikort(frikort, soknad.fodselsnummer, dato))
        keep(soknad, decided)
        if (decided.tilstand === 'innvilget') next.put(key, '', at + paymentMs)
      }
    },
    /** How many have come (soknad), and how many stand in each state. */
    tall: tall.all
  }

  function keep(soknad: Soknad, tilstand: Tilstand): void {
    const before = find(soknad.id)
    if (before !== undefined) tall.change(before.tilstand.tilstand, -1)
    tall.change(tilstand.tilstand)
    soknader.put(soknad.id, JSON.stringify({ soknad, tilstand } satisfies Kept), soknad.at)
  }
}
