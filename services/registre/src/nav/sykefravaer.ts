/** Whom NAV has sick notes of, and for which days: by it a note prolongs an absence, or is an earlier one sent on. */
import type { Store } from '@budstikka/transport'
import { daysFrom, type Note } from './note.ts'

type Days = Pick<Note, 'fom' | 'tom' | 'hoveddiagnose'> & { readonly erTilbakedatert: boolean }

/** What was approved of one person, latest day first. */
export type Sykefravaer = readonly Days[]

/** Of each person, our choice: as many as a year's are. */
const notesMax = 24
/** An absence is the same as long as no more than the employer's period lies between two notes (folketrygdloven § 8-19). */
const betweenMax = 16

export function openSykefravaer(store: Store) {
  const table = store.table('nav_sykefravaer')
  const of = (id: string): Sykefravaer => JSON.parse(table.get(id) ?? '[]')
  return {
    of,
    /** Call in a transaction. `now`: simulated time. */
    add(id: string, { fom, tom, hoveddiagnose, behandlet }: Note, now: number): void {
      const erTilbakedatert = daysFrom(fom, behandlet) > 3
      const notes = [...of(id), { fom, tom, hoveddiagnose, erTilbakedatert }]
      const latestFirst = notes.toSorted((one, other) => other.tom.localeCompare(one.tom))
      table.put(id, JSON.stringify(latestFirst.slice(0, notesMax)), now)
    }
  }
}

/** Whether a note goes on with an absence that NAV knows. */
export const erForlengelse = (earlier: Sykefravaer, { fom }: Note): boolean =>
  earlier.some((note) => note.fom < fom && daysFrom(note.tom, fom) <= betweenMax)

/** Whether an earlier note began the same day for the same diagnosis, and was in time. */
export const erEttersending = (earlier: Sykefravaer, { fom, hoveddiagnose }: Note): boolean =>
  earlier.some((note) => note.fom === fom && note.hoveddiagnose === hoveddiagnose && !note.erTilbakedatert)
