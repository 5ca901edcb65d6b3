/** What citizens write to their GPs, hospitals and registers through Helsenorge: rows of their own, outside the total, since the counting reads ebXML alone. */
import { innbyggerdialoger } from './innbyggerdialoger.ts'
import { planFor, type PlanRow } from './plan.ts'

/**
 * Part of the consultations that were e-consultations: 3 % in 2019 and 27 % in 2021 (E-helsetrender 2022); 2018 as 2019, and 2020 the
 * geometric mean, assumed. That each was one question and one answer is assumed too.
 */
const shares: Readonly<Record<number, number>> = { 2018: 0.03, 2019: 0.03, 2020: 0.09, 2021: 0.27 }
/** The year whose consultations are carried over to one that has no figure. */
const carriedFrom: Readonly<Record<number, number>> = { 2018: 2019, 2021: 2020 }

const receivers = {
  fastlege: 'GP office',
  avdeling: 'hospital',
  pasientregister: 'Norsk pasientregister (NPR)',
  kpr: 'Kommunalt pasient- og brukerregister (KPR)'
} as const

/** The rows of a year with e-consultations as the dialogues that carry them, in pairs of question and answer. */
export function citizenDialogue(year: number, rows: readonly PlanRow[]): readonly PlanRow[] {
  const share = shares[year]
  if (share === undefined) return rows
  const consultations = planFor(carriedFrom[year] ?? year).find(({ type }) => type === 'consultations')?.count ?? 0
  const added = Object.entries(innbyggerdialoger).map(([type, { times, receiver }]): PlanRow => ({
    year,
    system: 'citizen-dialogue',
    type,
    sender: 'citizen (Helsenorge)',
    receiver: receivers[receiver],
    count: 2 * Math.round(share * consultations * times),
    status: 'A',
    inMedicalTotal: false,
    published: undefined
  }))
  return [...rows.filter(({ type }) => type !== 'e-consultations'), ...added]
}
