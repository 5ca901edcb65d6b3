/** Who writes to whom, by types of enterprise (list 9040), as a graph of nodes wants it. */
import { inWords } from './words.ts'

/** Sums of `expr` by business types of sender and receiver, with their names as the labels `source` and `target`. */
export const byBusinessType = (expr: string): string =>
  named(named(`sum by (sender_type, receiver_type) (${expr})`, 'sender_type', 'source'), 'receiver_type', 'target')

/** A code without a name stands as it is. */
const named = (expr: string, code: 'sender_type' | 'receiver_type', label: string): string =>
  inWords(`label_replace(${expr}, "${label}", "$1", "${code}", "(.*)")`, code, label)
