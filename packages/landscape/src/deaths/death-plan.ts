/** How many died in a year or month, how it was told (electronically or on paper), and the rows that this makes in the books. */
import { type Interval, type LookUpRow, widened } from '../books/look-up-rows.ts'
import { readRows } from '../data.ts'
import { planFor, type PlayedPart } from '../plan.ts'
import { offsetAt, periodOf } from '../time/norwegian-time.ts'

export type Kanal = 'elektronisk' | 'papir'

/** A death before anybody is named: when, by which form it is told, and whether of covid-19. */
export type PlannedDeath = {
  /** From 0, in order of time. */
  readonly number: number
  /** Simulated time, milliseconds since 1970. */
  readonly at: number
  /** yyyy-mm by the Norwegian clock. */
  readonly month: string
  readonly kanal: Kanal
  readonly isCovid: boolean
}

export type DeathPlan = {
  readonly year: number
  readonly month: number | undefined
  readonly planned: readonly PlannedDeath[]
  readonly rows: readonly LookUpRow[]
}

/** What one death counts as, at the two registers; the month (yyyy-mm) is that in which the person died. */
export const deathCounts = {
  dodsfall: (kanal: Kanal, month: string) => `folkeregisteret.${kanal}.${month}`,
  arsak: (kanal: Kanal | 'korona', month: string) => `dodsarsaksregisteret.${kanal}.${month}`
}

/** At 1 : scale. Deaths are spread evenly over the days: no season is published, so none is laid on. */
export function deathPlan(options: PlayedPart): DeathPlan {
  const { year, month, scale } = options
  const planned = plannedDeaths(options)
  const count = (isMeant: (death: PlannedDeath) => boolean) => planned.filter(isMeant).length
  const months = [...new Set(planned.map((death) => death.month))]
  const kanaler = ['elektronisk', 'papir'] as const
  const at = (one: Kanal) => months.map((yearMonth) => deathCounts.dodsfall(one, yearMonth))
  const { status, interval } = factsOf(year)
  const total: LookUpRow = {
    ...toFolkeregisteret,
    type: 'deaths',
    status,
    counts: kanaler.flatMap(at),
    planned: planned.length,
    published: month === undefined && interval !== undefined ? widened(interval, scale) : null
  }
  const byKanal = kanaler.map((kanal): LookUpRow => {
    const type = kanal === 'papir' ? 'of these on paper' : 'of these electronically'
    const own = count((death) => death.kanal === kanal)
    return { ...toFolkeregisteret, type, status: 'A', counts: at(kanal), planned: own, published: null }
  })
  const causes = kanaler.map((kanal): LookUpRow => {
    const type = kanal === 'papir' ? 'causes on paper' : 'causes electronically'
    const counts = months.map((yearMonth) => deathCounts.arsak(kanal, yearMonth))
    const own = count((death) => death.kanal === kanal)
    return { ...toDodsarsaksregisteret, type, status: 'A', counts, planned: own, published: null }
  })
  const covid: LookUpRow = {
    ...toDodsarsaksregisteret,
    type: 'of these with covid-19',
    status: 'A',
    counts: months.map((yearMonth) => deathCounts.arsak('korona', yearMonth)),
    planned: count(({ isCovid }) => isCovid),
    published: null
  }
  return { year, month, planned, rows: [total, ...byKanal, ...publishedShares(), ...causes, covid] }

  /** Months of which the share was published. */
  function publishedShares(): readonly LookUpRow[] {
    return sharesOf(year).flatMap(({ month: of, interval: share }): readonly LookUpRow[] => {
      const yearMonth = `${year}-${String(of).padStart(2, '0')}`
      const died = count((death) => death.month === yearMonth)
      if (share === undefined || died === 0) return []
      const inFull = (percent: number) => (percent * died * scale) / 100
      const interval = { value: inFull(share.value), low: inFull(share.low), high: inFull(share.high) }
      return [
        {
          ...toFolkeregisteret,
          type: `electronically in ${yearMonth}`,
          status: 'P',
          counts: [deathCounts.dodsfall('elektronisk', yearMonth)],
          planned: count((death) => death.kanal === 'elektronisk' && death.month === yearMonth),
          published: widened(interval, scale)
        }
      ]
    })
  }
}

const toFolkeregisteret = { sender: 'doctor', receiver: 'Folkeregisteret' } as const
const toDodsarsaksregisteret = { sender: 'doctor', receiver: 'Dødsårsaksregisteret' } as const

/** The date by the Norwegian clock, yyyy-mm-dd. */
export const dateOf = (at: number) => new Date(at + offsetAt(at)).toISOString().slice(0, 10)

/** The first so many of a running sum that is rounded, so that every part of the year has its share to the unit. */
function plannedDeaths({ year, month, scale }: PlayedPart): PlannedDeath[] {
  const { begins, ends, share: ofYear } = periodOf(year, month)
  const { deaths, covid } = factsOf(year)
  const total = Math.round((deaths * ofYear) / scale)
  const times = Array.from({ length: total }, (_, number) => {
    const at = Math.floor(begins + ((number + 0.5) / total) * (ends - begins))
    return { at, month: dateOf(at).slice(0, 7) }
  })
  const shares = new Map(sharesOf(year).map(({ month: of, percent }) => [of, percent]))
  const weights = times.map((time) => shares.get(Number(time.month.slice(5))) ?? 0)
  const sum = weights.reduce((one, other) => one + other, 0)
  // A year's electronic deaths stand in the plan; a month's are its share.
  const planned = planFor(year).find(({ system }) => system === 'death-notification')?.count ?? 0
  const electronic = Math.round(month === undefined ? planned / scale : sum / 100)
  let weighed = 0
  let [told, ofCovid] = [0, 0]
  return times.map((time, number) => {
    weighed += weights[number] ?? 0
    const isElectronic = sum > 0 && Math.round((electronic * weighed) / sum) > told
    const isCovid = Math.round(((number + 1) * covid) / 100) > ofCovid
    if (isElectronic) told++
    if (isCovid) ofCovid++
    return { number, ...time, kanal: isElectronic ? 'elektronisk' : 'papir', isCovid }
  })
}

function factsOf(year: number) {
  const row = readRows('deaths.tsv').find((one) => Number(one('year')) === year)
  if (row === undefined) throw new Error(`expected a year from 2018 to 2023, got ${year}`)
  const [deaths, low, high] = [Number(row('deaths')), Number(row('publishedLow')), Number(row('publishedHigh'))]
  const isPublished = row('status') === 'X'
  return {
    deaths,
    /** Per cent of the dead; published nowhere that we have, so it is assumed. */
    covid: Number(row('covidPercent')),
    status: isPublished ? ('X' as const) : ('A' as const),
    interval: isPublished ? { value: deaths, low, high } : undefined
  }
}

const sharesOf = (year: number) =>
  readRows('death-shares.tsv')
    .filter((row) => Number(row('year')) === year)
    .map((row) => {
      const percent = Number(row('electronicPercent'))
      const interval: Interval | undefined =
        row('status') === 'P'
          ? { value: percent, low: Number(row('publishedLow')), high: Number(row('publishedHigh')) }
          : undefined
      return { month: Number(row('month')), percent, interval }
    })
