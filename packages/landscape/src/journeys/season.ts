/** Flows that have a season: how a year's share of them falls on its months. The rest are even in office time. */
import type { PlanRow } from '../plan.ts'
import { midnight } from '../time/norwegian-time.ts'
import type { OfficeTime } from '../time/office-time.ts'
import type { Script } from './journey.ts'

type Season = {
  readonly year: number
  readonly system: PlanRow['system']
  /** By the type that a journey begins with. */
  readonly begins: RegExp
  /** Per cent of the year in each month, January first. */
  readonly months: readonly number[]
}

/**
 * The vaccination of 2021: its busiest week had 4.5 % of the year (volumes model §7); by which months it rose and fell is assumed, after the
 * order in which people were invited.
 */
const seasons: readonly Season[] = [
  {
    year: 2021,
    system: 'vaccination',
    begins: /^(HENDELSE|SOK|KODEVERK)REQUEST$/,
    months: [1, 2.5, 4, 6, 10, 16, 10, 19.5, 13, 4, 5, 9]
  }
]

/** Part of the year that a month (1–12) has of a row; undefined where the row has no season. */
export function seasonShare({ year, system }: Pick<PlanRow, 'year' | 'system'>, month: number): number | undefined {
  const season = seasons.find((one) => one.year === year && one.system === system)
  return season && (season.months[month - 1] ?? 0) / 100
}

/** From the share of a kind's journeys that have begun to the office time of the year at which that is so. */
export function seasonOf(year: number, time: OfficeTime): (script: Script) => (share: number) => number {
  const warps = seasons
    .filter((season) => season.year === year)
    .map((season) => ({ season, warp: warpOf(season, time) }))
  return (script) => warps.find(({ season }) => season.begins.test(script[0]?.meldingType ?? ''))?.warp ?? even
}

const even = (share: number) => share

function warpOf({ year, months }: Season, time: OfficeTime): (share: number) => number {
  const begins = Array.from({ length: 13 }, (_, month) => (month === 12 ? 1 : time.of(midnight(year, month + 1, 1))))
  return (share) => {
    let before = 0
    for (const [month, percent] of months.entries()) {
      const part = percent / 100
      const [from = 0, to = 1] = [begins[month], begins[month + 1]]
      if (share < before + part || month === 11) return from + (to - from) * Math.min(1, (share - before) / part)
      before += part
    }
    return share
  }
}
