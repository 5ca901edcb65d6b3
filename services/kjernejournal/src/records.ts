/** What stands on disk: journals and logs by person, tickets, and what is to be deleted. */
import type { Store } from '@budstikka/transport'
import type { Billett } from './billett.ts'
import type { Logginnslag } from './logg.ts'
import { deleted, initial, type Journal, merged, regretMs } from './state.ts'
import { openTall } from './tall.ts'

export type Records = ReturnType<typeof openRecords>

/** Reservations that are made final at once, at most; the rest follow at the next stroke of the clock. */
const deletedMax = 10_000
/** As long as the inbox remembers a melding (docs/decisions/0002). */
const rememberMs = 90 * 86_400_000

/** All but reading is called in a transaction. */
export function openRecords(store: Store) {
  const journals = store.table('journal')
  const logs = store.table('logg')
  const reserved = store.table('reservert')
  const asked = store.table('spurt')
  const tickets = store.table('billetter')
  const tall = openTall(store)
  const lookUpsOf = (fodselsnummer: string) => Number(logs.get(fodselsnummer) ?? 0)
  return { journalOf, save, move, logOf, lookUpsOf, log, strike, giveTicket, ticketOf, tall }

  function journalOf(fodselsnummer: string): Journal {
    const kept = journals.get(fodselsnummer)
    return kept === undefined ? initial : { ...initial, ...JSON.parse(kept) }
  }

  function save(fodselsnummer: string, journal: Journal) {
    journals.put(fodselsnummer, JSON.stringify(journal), 0)
    const { reservertAt } = journal.valg
    if (reservertAt === undefined) reserved.delete(fodselsnummer)
    else reserved.add(fodselsnummer, '', reservertAt)
  }

  /** Everything under one number, the log too, goes to another; nothing is left behind. */
  function move(from: string, to: string) {
    const moved = logOf(from).toReversed()
    save(to, merged(journalOf(from), journalOf(to)))
    for (const logg of moved) write(to, logg)
    forget(from)
    journals.delete(from)
  }

  function forget(fodselsnummer: string) {
    for (let number = lookUpsOf(fodselsnummer); number > 0; number--) logs.delete(`${fodselsnummer}.${number}`)
    logs.delete(fodselsnummer)
    tall.forget(fodselsnummer)
    reserved.delete(fodselsnummer)
  }

  /** Newest first. */
  function logOf(fodselsnummer: string): readonly Logginnslag[] {
    const read = (number: number): Logginnslag => JSON.parse(logs.get(`${fodselsnummer}.${number}`) ?? '')
    return Array.from({ length: lookUpsOf(fodselsnummer) }, (_, i) => read(i + 1)).toReversed()
  }

  /** The same look-up, told twice, is logged and counted once; answers whether it is new. */
  function log(fodselsnummer: string, logg: Logginnslag, businessType: string): boolean {
    if (!asked.add(logg.id, '', logg.at)) return false
    write(fodselsnummer, logg)
    if (logg.hva === 'journal') tall.countLookUp(businessType)
    return true
  }

  function write(fodselsnummer: string, logg: Logginnslag) {
    const number = lookUpsOf(fodselsnummer) + 1
    logs.put(fodselsnummer, String(number), 0)
    logs.put(`${fodselsnummer}.${number}`, JSON.stringify(logg), logg.at)
  }

  function giveTicket(ticket: string, billett: Billett, at: number) {
    tickets.put(ticket, JSON.stringify({ at, billett }), at)
  }

  /** Undefined for one that is unknown, or given before `from`. */
  function ticketOf(ticket: string, from: number): Billett | undefined {
    const kept = tickets.get(ticket)
    if (kept === undefined) return undefined
    const { at, billett }: { at: number; billett: Billett } = JSON.parse(kept)
    return at >= from ? billett : undefined
  }

  /** What the clock does: reservations become final, and old tickets and ids are forgotten. */
  function strike(now: number, ticketMs: number) {
    for (const { key } of reserved.between(0, now - regretMs + 1, deletedMax)) {
      journals.put(key, JSON.stringify(deleted(journalOf(key))), 0)
      forget(key)
    }
    tickets.deleteBefore(now - ticketMs)
    asked.deleteBefore(now - rememberMs)
  }
}
