/** What is remembered of reference numbers: to whom each was allotted, and on which prescription it stands. */
import { receiptDeadlineMs } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { candidatesFor, type RefNrStanding, type Tildelt, tildeltMs } from './refnr.ts'

/** Numbers that are allotted now. */
export type Tildeling = { readonly tildelt: Tildelt; readonly refNumre: readonly string[] }

export function openRefNumre(store: Store) {
  const used = store.table('refnumre')
  const tildelte = store.table('refnumre_tildelt')
  const tildeltOf = (refNr: string): Tildelt | undefined => {
    const text = tildelte.get(refNr)
    return text === undefined ? undefined : JSON.parse(text)
  }
  return {
    /** The prescription that has it. */
    reseptId: (refNr: string) => used.get(refNr),
    standingOf(refNr: string, pasientOf: (reseptId: string) => string | undefined): RefNrStanding {
      const tildelt = tildeltOf(refNr)
      const reseptId = used.get(refNr)
      const pasient = reseptId === undefined ? undefined : pasientOf(reseptId)
      return {
        ...(tildelt && { tildelt }),
        ...(reseptId !== undefined && { brukt: pasient === undefined ? {} : { pasient } })
      }
    },
    /** Nobody's, or allotted by the same question (MsgId) before. */
    freeFor: (m41: string): readonly string[] =>
      candidatesFor(m41).filter((refNr) => {
        const tildelt = tildeltOf(refNr)
        return tildelt === undefined ? !used.has(refNr) : tildelt.m41 === m41
      }),
    /** `now`, `until`: simulated time, milliseconds since 1970. */
    allot({ tildelt, refNumre }: Tildeling, now: number) {
      for (const refNr of refNumre) tildelte.add(refNr, JSON.stringify(tildelt), now)
    },
    use: (refNr: string, reseptId: string, until: number) => used.add(refNr, reseptId, until),
    forgetBefore(now: number) {
      used.deleteBefore(now - receiptDeadlineMs)
      tildelte.deleteBefore(now - tildeltMs)
    }
  }
}
