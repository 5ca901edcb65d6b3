/** What the pharmacies remember of money: what they have dispensed on blue prescriptions, and what became of their claims. */
import type { Store } from '@budstikka/transport'
import { z } from 'zod'

/** One dispensing that will be claimed. */
export const Utlevert = z.object({
  /** MsgId of the M10. */
  id: z.string(),
  at: z.number(),
  varenr: z.string(),
  antall: z.number(),
  isLast: z.boolean()
})
export type Utlevert = z.infer<typeof Utlevert>
const Uavklart = z.object({
  /** The M1 as it was handed out, in base64. */
  m1: z.string(),
  utlevert: z.array(Utlevert)
})
export type Uavklart = z.infer<typeof Uavklart>

/** How long what nobody claims is kept: our choice. */
const keptMs = 400 * 24 * 60 * 60 * 1000

export type Krav = ReturnType<typeof openKrav>

/** Reads and writes in the transaction at hand. */
export function openKrav(store: Store) {
  const blaResepter = store.table('bla_resepter')
  const avviste = store.table('avviste_m10')
  const krav = store.table('krav')
  const godkjent = store.table('krav_godkjent')
  const utbetalt = store.table('krav_utbetalt')
  const of = (reseptId: string): Uavklart | undefined => {
    const text = blaResepter.get(reseptId)
    return text === undefined ? undefined : Uavklart.parse(JSON.parse(text))
  }
  return {
    /** Something was dispensed by the M1 of a blue prescription. */
    dispense(reseptId: string, m1: string, one: Utlevert) {
      const utlevert = [...(of(reseptId)?.utlevert ?? []), one]
      blaResepter.put(reseptId, JSON.stringify({ m1, utlevert }), one.at)
    },
    /** Reseptformidleren has refused a report: what it told did not happen. */
    refuse: (m10: string, at: number) => void avviste.add(m10, '', at),
    /** What is to be claimed of a prescription; undefined when there is nothing. */
    unclaimed(reseptId: string): Uavklart | undefined {
      const found = of(reseptId)
      const utlevert = found?.utlevert.filter(({ id }) => !avviste.has(id)) ?? []
      return found === undefined || utlevert.length === 0 ? undefined : { ...found, utlevert }
    },
    claim(reseptId: string, oppgjorsNr: string, oere: number, at: number) {
      blaResepter.delete(reseptId)
      krav.put(oppgjorsNr, String(oere), at)
    },
    isClaimed: (oppgjorsNr: string) => krav.has(oppgjorsNr),
    grant: (oppgjorsNr: string, oere: number, at: number) => godkjent.put(oppgjorsNr, String(oere), at),
    pay: (oppgjorsNr: string, oere: number, at: number) => utbetalt.put(oppgjorsNr, String(oere), at),
    /** In øre, as far as it is known. */
    stateOf(oppgjorsNr: string) {
      const [claimed, granted, paid] = [krav, godkjent, utbetalt].map((table) => table.get(oppgjorsNr))
      return { claimed: oereOf(claimed), granted: oereOf(granted), paid: oereOf(paid) }
    },
    counts: () => ({ claimed: krav.count(), granted: godkjent.count(), paid: utbetalt.count() }),
    forgetBefore(now: number) {
      for (const table of [blaResepter, avviste]) table.deleteBefore(now - keptMs)
    }
  }
}

const oereOf = (text: string | undefined) => (text === undefined ? undefined : Number(text))
