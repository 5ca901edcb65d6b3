/** Posts one fact to every account that it changes. */
import type { FlowCounts } from '@budstikka/landscape'
import type { Register } from '@budstikka/meldinger'
import { delayBuckets } from './delay.ts'
import type { Fact } from './fact.ts'
import { count } from './handle.ts'
import type { Accounts } from './ledger.ts'
import { reasonLabel } from './reason.ts'
import { accounts, receiptDelaySeconds, type Share, shareOf } from './share.ts'
import { type Leg, legAnsweredBy, legOf, withLeg } from './state.ts'

const stepMaxMs = 86_400_000

export function post(ledger: Accounts, fact: Fact): void {
  const { totals, rows } = ledger
  if (fact.type === 'unreadable') return totals.add('unreadable', 1)
  advance(ledger, fact.at)
  // The letter of a receipt says nothing of the melding, which keeps the state that it has.
  if (fact.type === 'dead' && fact.isReceipt) return countLetter(ledger, fact.reason)

  const row = rows.get(fact.msgId)
  const before = (fact.type === 'receipt' ? legAnsweredBy : legOf)(row, fact.from, fact.to)
  const after = count(before, fact)
  if (fact.type === 'dead' && after.dead?.letter === fact.letter && after !== before) countLetter(ledger, fact.reason)
  if (after === before) return
  if (fact.type === 'sending' && fact.isSpoofed) totals.add('spoofed', 1)
  rows.put(fact.msgId, withLeg(row, after), before, after)
  postDifference(ledger, before, after)
}

/** By this clock settled rows are forgotten, so one melding with a false time moves it by a day at most. */
function advance({ totals }: Accounts, at: number): void {
  const latest = totals.get('latest')
  if (at > latest) totals.set('latest', latest === 0 ? at : Math.min(at, latest + stepMaxMs))
}

function postDifference(ledger: Accounts, before: Leg | undefined, after: Leg): void {
  const { totals, flow, types, pairs, register } = ledger
  const was = shareOf(before)
  const is = shareOf(after)
  for (const account of accounts) totals.add(account, is[account] - was[account])
  if (before === undefined || receiptDelaySeconds(before) === undefined) observeDelay(ledger, after)
  if (after.sendings === 0) return

  const month = monthOf(after.sentAt)
  const type = after.meldingType
  const change = flowChange(was, is)
  flow.add({ sender: after.from, receiver: after.to, type, month }, change)
  const sender = businessTypeOf(register, after.from)
  types.add({ sender, receiver: businessTypeOf(register, after.to), type, month }, change)
  if (change.sendings > 0) pairs.add(after.from, after.to, type, change.sendings)
}

const flowChange = (was: Share, is: Share): FlowCounts => ({
  sendings: is.sent - was.sent,
  unique: is.unique - was.unique,
  ok: is.delivered - was.delivered,
  rejected: is.rejected - was.rejected,
  dead: is.dead - was.dead
})

function countLetter({ totals }: Accounts, reason: string): void {
  const label = reasonLabel(reason)
  totals.add(`letters.${label}`, 1)
  if (label === 'spoofing') totals.add('spoofed', 1)
}

function observeDelay({ totals }: Accounts, leg: Leg): void {
  const seconds = receiptDelaySeconds(leg)
  if (seconds === undefined) return
  const bucket = delayBuckets.find((limit) => seconds <= limit) ?? '+Inf'
  totals.add(`delay.${bucket}`, 1)
  // Whole milliseconds: a sum of fractions would not be the same in another order.
  totals.add('delayMs', Math.round(seconds * 1000))
}

const businessTypeOf = (register: Register, herId: string) =>
  register.party(herId)?.organisation.businessType ?? 'unknown'

/** yyyy-mm in UTC. The latest is remembered: time rises, so nearly every melding is of the same month as the one before. */
function monthOf(at: number): string {
  if (at >= latest.from && at < latest.to) return latest.month
  const date = new Date(at)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  latest = {
    from: Date.UTC(year, month),
    to: Date.UTC(year, month + 1),
    month: `${year}-${String(month + 1).padStart(2, '0')}`
  }
  return latest.month
}
let latest = { from: 0, to: 0, month: '' }
