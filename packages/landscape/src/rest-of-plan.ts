/** The rest of a year's total, of which no parts were published, in the split that is assumed: so that every type is sent. */
import { apportion } from './apportion.ts'
import type { PlanRow } from './plan.ts'

type Part = Pick<PlanRow, 'system' | 'type' | 'sender' | 'receiver'> & { readonly percent: number }

/** The split is assumed, as are the rows' parties in so far as they say more than "all". */
const parts: readonly Part[] = [
  {
    system: 'discharge-letters',
    type: 'discharge letters (EPIKRISE)',
    sender: 'hospital trust',
    receiver: 'GP, municipality',
    percent: 22
  },
  {
    system: 'dialogue',
    type: 'dialogue outside care',
    sender: 'GP, hospital trust',
    receiver: 'GP, hospital trust',
    percent: 25
  },
  {
    system: 'requisitions',
    type: 'requisitions (REQ_*)',
    sender: 'GP, hospital trust, municipality',
    receiver: 'laboratory / radiology',
    percent: 14
  },
  {
    system: 'nav-and-settlement',
    type: 'NAV sick notes and statements, settlement claims',
    sender: 'GP, hospital trust, NAV',
    receiver: 'NAV, HELFO, GP',
    percent: 14
  },
  {
    system: 'e-prescription-other',
    type: 'other e-prescription messages',
    sender: 'GP, hospital trust, emergency clinic, pharmacy, Reseptformidleren',
    receiver: 'Reseptformidleren, HELFO, GP, hospital trust, emergency clinic, pharmacy',
    percent: 20
  },
  {
    system: 'old-formats',
    type: 'unidentified formats',
    sender: 'GP, hospital trust',
    receiver: 'GP, hospital trust',
    percent: 5
  }
]

const frikort: Omit<Part, 'percent'> = {
  system: 'frikort',
  type: 'frikort/egenandel (NAV and HELFO)',
  sender: 'GP, hospital, pharmacy, physiotherapist',
  receiver: 'HELFO (via NAV)'
}
/** That of 2020, carried back to the years whose rest has it among the others: assumed. */
const frikortCarriedBack = 23_500_000

/** The rows of a year with the row of system 'other' cut into parts, which add up to it. */
export function splitRest(rows: readonly PlanRow[]): readonly PlanRow[] {
  return rows.flatMap((row) => {
    if (row.system !== 'other' || row.count === undefined) return [row]
    const before = row.type.includes('frikort') ? frikortCarriedBack : 0
    const counts = apportion(
      row.count - before,
      parts.map(({ percent }) => percent)
    )
    const split = parts.map(({ percent: _percent, ...part }, i) => ({ ...part, count: counts[i] ?? 0 }))
    const all = before === 0 ? split : [{ ...frikort, count: before }, ...split]
    return all.map((part): PlanRow => ({ ...row, ...part, status: 'A' }))
  })
}
