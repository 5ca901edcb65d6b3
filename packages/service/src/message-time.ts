/** When something happened, in simulated time: what the message says where it can be believed. */
import type { InMessage, Store } from '@budstikka/transport'
import { clockOf } from './status.ts'
import { headerNames } from './subjects.ts'

/** The header's time, else the melding's GenDate, else the clock's; what is no time after 1970 is not believed. */
export function timeOf(message: InMessage, store: Store, genDate = ''): number {
  const claimed = [Number(message.header(headerNames.time) ?? Number.NaN), Date.parse(genDate)]
  return claimed.find((time) => Number.isSafeInteger(time) && time >= 0) ?? clockOf(store)
}
