/** The journey of a melding in words: by the clock on the wall, and by the meldinger's own. */
import type { Journey, JourneyLeg } from '@budstikka/landscape'
import { type AppRec, errorName } from '@budstikka/meldinger'

const receiptNames = { '1': 'OK', '2': 'rejected', '3': 'OK with an error in a part' } as const

/** `receipts`: those that still stand in the stream, by their own id; they hold the text for the sender. */
export function* journeyLines({ msgId, legs }: Journey, receipts: ReadonlyMap<string, AppRec>): Generator<string> {
  yield `Melding ${msgId}`
  for (const leg of legs) {
    yield ''
    yield `  ${leg.type || 'unknown type'}  ${leg.from} → ${leg.to}  ${leg.status}`
    yield `    sent      ${times(leg.storedAt, leg.sentAt)}${leg.sendings > 1 ? `, ${leg.sendings} times` : ''}`
    yield* endOf(leg, receipts)
  }
}

function* endOf({ receipt, dead, duplicated, storedAt }: JourneyLeg, receipts: ReadonlyMap<string, AppRec>) {
  if (receipt) {
    const after = storedAt > 0 ? `, after ${receipt.storedAt - storedAt} ms` : ''
    yield `    receipt   ${times(receipt.storedAt, receipt.at)}${after}`
    yield `              ${receiptNames[receipt.status]}, AppRec ${receipt.id}`
    for (const error of errorLines(receipt.errors, receipts.get(receipt.id))) yield `              ${error}`
  }
  if (duplicated > 0) yield `    further   ${duplicated} receipts, where one was expected`
  if (dead) yield `    dead      at ${dead.service}: ${dead.reason}; see npx budstikka dead`
  if (!receipt && !dead) yield '    receipt   none yet'
}

/** As the receipt says them; by code and name alone where it no longer stands. */
function errorLines(errors: readonly string[], appRec: AppRec | undefined): readonly string[] {
  if (appRec) return appRec.errors.map(({ code, name, text }) => `${code} ${name}${text ? `: ${text}` : ''}`)
  return errors.map((error) => {
    const [list = '', code = ''] = error.split(':')
    return `${code} ${(list === '8221' ? errorName(code) : undefined) ?? `of list ${list}`}`
  })
}

/** GenDate is simulated in a replay. */
const times = (storedAt: number, at: number) =>
  storedAt === 0 ? `GenDate ${timeOf(at)}` : `${timeOf(storedAt)} (GenDate ${timeOf(at)})`
const timeOf = (at: number) => new Date(at).toISOString()
