/** Types of enterprise by name (list 9040), and how they stand in a query, where only codes are. */

/** Names of list 9040, shortened; those that synthetic Norway has. */
export const businessTypes = {
  101: 'Helseforetak og sykehus',
  102: 'Kommune',
  103: 'Fastlege og privat',
  104: 'Røntgeninstitutt',
  105: 'Laboratorium',
  108: 'Apotek',
  109: 'Bandasjist',
  113: 'Statlig forvaltning',
  116: 'Annen privat'
} as const

/** Sums of `expr` by business types of sender and receiver, with their names as the labels `source` and `target`. */
export const byBusinessType = (expr: string): string =>
  named(named(`sum by (sender_type, receiver_type) (${expr})`, 'sender_type', 'source'), 'receiver_type', 'target')

/** A code without a name stands as it is. */
const named = (expr: string, code: string, label: string): string =>
  Object.entries(businessTypes).reduce(
    (inner, [value, name]) => `label_replace(${inner}, "${label}", "${name}", "${code}", "${value}")`,
    `label_replace(${expr}, "${label}", "$1", "${code}", "(.*)")`
  )
