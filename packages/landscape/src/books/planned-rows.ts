/** The rows of a scaled plan as the books set them: which flows each one covers. */
import { isAnsweredAlways, type ScaledPlan, type ScaledRow } from '../plan.ts'
import type { PlannedRow } from './make-report.ts'
import type { ReplayedStatus } from './report.ts'

/** Rows of status U are unknown and are never replayed. Of most months nothing was published. */
export function plannedRows(plan: ScaledPlan): readonly PlannedRow[] {
  return plan.rows.flatMap((row) => {
    const status = replayed(row.status)
    if (status === undefined) return []
    const { type, sender, receiver, planned } = row
    const published = row.published ?? null
    const senders = businessTypesIn(row.system === 'referral' ? `${sender}, ${onward}` : sender)
    const receivers = businessTypesIn(receiver)
    const isType = typesOf(row)
    const covers: PlannedRow['covers'] = (flow) =>
      isType(flow.type) &&
      ((senders.has(flow.sender) && receivers.has(flow.receiver)) ||
        (isAnsweredAlways(row) && senders.has(flow.receiver) && receivers.has(flow.sender)))
    return [{ type, sender, receiver, status, planned, published, covers }]
  })
}

/** An onward referral (HENVISNING_VIDERE) counts with the others, and is a hospital's. */
const onward = 'hospital'

const replayed = (status: ScaledRow['status']): ReplayedStatus | undefined => (status === 'U' ? undefined : status)

/**
 * What the plan's words say in codes of list 9040. "GP" in the published care figures has physiotherapists and contract
 * specialists too, who are 116 in the list of 2025.
 */
const businessTypes: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b101\b|hospital/i, ['101']],
  [/\b102\b|municipality|emergency clinic/i, ['102']],
  [/\b103\b|\bGP\b/, ['103', '116']],
  [/contract specialist|physiotherapist/i, ['116']],
  // Hospitals have laboratories and imaging of their own.
  [/radiology/i, ['101', '104']],
  [/laboratory/i, ['101', '105']],
  [/pharmacy/i, ['108']],
  [/bandagist/i, ['109']],
  [/SYSVAK|NAV|HELFO|Reseptformidleren|Helsenorge|NPR|KPR/, ['113']]
]

const businessTypesIn = (words: string): ReadonlySet<string> =>
  new Set(businessTypes.flatMap(([pattern, codes]) => (pattern.test(words) ? codes : [])))

/** Types by system of the plan, codes of list 8279 or letters of old formats; dialogue is care between those whom care's rows name (model.md §2: the type tells). */
const typesBySystem: Readonly<Record<string, RegExp>> = {
  'care-messages':
    /^(DIALOG|FRAVARSMELDING|HELSEOPPL|INNLEGGELSESRAPPORT|LOG|MEDISINSKE|ORIENTERING|UTSKRIVNINGSRAPPORT)/,
  dialogue: /^DIALOG_/,
  'discharge-letters': /^(FODSELS_)?EPIKRISE$/,
  referral: /^HENVISNING/,
  requisitions: /^REQ_/,
  'lab-reports': /^SVAR_/,
  'e-prescription': /^ERM?\d/,
  // Our choice: what is said to Reseptformidleren, Helfo and the medicines agency, and what the first answers or passes on; the reports that
  // follow every M10 (M6, M8, M8.1, M20) are many times the row, and stand beside it with what Helfo answers.
  'e-prescription-other': /^ERM(2|3|14|15|21|5|52|7|18|241|242|251|252|253|254|271|272|28)$/,
  vaccination: /^(HENDELSE|SOK|KODEVERK)(REQUEST|RESPONSE)$/,
  // A letter is no code of list 8279: whoever counts by headers cannot tell what it is.
  'old-formats': /^[A-Z]$/,
  frikort: /^Egenandel/,
  'nav-and-settlement': /^(SYKMELD|LEGEERKL|LOM|POM|DIALOG_(FORESPORSEL|SVAR|NOTAT))$/
}

function typesOf({ system, type }: ScaledRow): (meldingType: string) => boolean {
  if (system === 'citizen-dialogue') return (meldingType) => meldingType === type
  const number = /^M(\d+) /.exec(type)?.[1]
  if (number !== undefined) return (meldingType) => meldingType === `ERM${number}`
  return (meldingType) => typesBySystem[system]?.test(meldingType) ?? false
}
