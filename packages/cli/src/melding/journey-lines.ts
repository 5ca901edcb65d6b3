/** The journey of a melding in words. */
import type { Journey, JourneyLeg } from '@budstikka/landscape'

const receiptNames = { '1': 'OK', '2': 'rejected', '3': 'OK with an error in a part' } as const

export function* journeyLines({ msgId, legs }: Journey): Generator<string> {
  yield `Melding ${msgId}`
  for (const leg of legs) {
    yield ''
    yield `  ${leg.type || 'unknown type'}  ${leg.from} → ${leg.to}  ${leg.status}`
    yield `    sent      ${timeOf(leg.sentAt)}${leg.sendings > 1 ? `, ${leg.sendings} times` : ''}`
    yield* endOf(leg)
  }
}

function* endOf({ receipt, dead, duplicated, sentAt }: JourneyLeg): Generator<string> {
  if (receipt) {
    const seconds = Math.round((receipt.at - sentAt) / 1000)
    yield `    receipt   ${timeOf(receipt.at)}, ${receiptNames[receipt.status]}, after ${seconds} s, AppRec ${receipt.id}`
  }
  if (duplicated > 0) yield `    further   ${duplicated} receipts, where one was expected`
  if (dead) yield `    dead      at ${dead.service}: ${dead.reason}`
  if (!receipt && !dead) yield '    receipt   none yet'
}

const timeOf = (at: number) => new Date(at).toISOString()
