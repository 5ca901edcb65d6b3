/** What the patient has paid towards the exemption card, period by period. */
import { countOf } from '../felles/checks.ts'
import { MO } from '../felles/kith.ts'
import { date } from '../felles/leaves.ts'
import { element } from '../xml/schema.ts'

export const egenandelIn = (namespace: string) =>
  element(namespace, { StartEgenandelsperiode: date, BetaltEgenandel: MO })

/** None, or all four. */
export const fourPeriods = countOf('Egenandel', 4, 4)
