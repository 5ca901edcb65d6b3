/** Lets a journey happen: to whom, between which parties, and when. */
import type { HerId } from '@budstikka/meldinger'
import type { Hendelse } from '../hendelse.ts'
import type { Landscape } from '../landscape.ts'
import type { Person } from '../persons.ts'
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import type { OfficeTime } from '../time/office-time.ts'
import type { Script, Step } from './journey.ts'
import { expectsAnswer } from './journey.ts'
import type { Role } from './roles.ts'
import { roles } from './roles.ts'

/** Stays away from the own trust, and patients of 60 to 95 years: assumed. */
const share = { trustElsewhere: 0.03, old: 0.8 }

export type Occasion = {
  readonly landscape: Landscape
  readonly time: OfficeTime
  readonly rng: Rng
  readonly script: Script
  /** Unique in the run; the steps' ids begin with it. */
  readonly id: string
  /** Office times: when it begins, and what no step may be later than. */
  readonly start: number
  readonly lastStep: number
  /** Whom it is about, where it is known; otherwise somebody. */
  readonly dead?: Person | undefined
}

/** The steps in order of time, at least a minute apart. */
export function enact(occasion: Occasion): readonly Hendelse[] {
  const { landscape, rng, script, id } = occasion
  const { year } = landscape
  const isOld = rng() < share.old
  const somebody = landscape.randomPerson(rng, bornIn(script, isOld, year))
  const patient = occasion.dead ?? somebody
  const partyOf = cast(landscape, rng, patient)
  const times = timesOf(occasion)
  return script.map((step, i) => ({
    id: idOf(id, i),
    at: times[i] ?? 0,
    actor: partyOf(step.from),
    counterpart: partyOf(step.to),
    patient: patient.id,
    meldingType: step.meldingType,
    status: step.status ?? 'N',
    ...references(script, step, i, id, times),
    copies: (step.copies ?? []).map(partyOf),
    ...(step.names !== undefined && { named: partyOf(step.names) }),
    variant: step.variant ?? 'plain',
    ...(step.detail !== undefined && { detail: step.detail }),
    expectsAnswer: expectsAnswer(script, i)
  }))
}

/** Others are 95 at most (persons.ts). Who uses Helsenorge is 16; who NAV asks and hears of is of working age: assumed. */
function bornIn(
  script: Script,
  isOld: boolean,
  year: number
): { readonly bornFrom?: number; readonly bornTo?: number } {
  if (script.some(({ from, to }) => from === 'helsenorge' || to === 'helsenorge')) return { bornTo: year - 16 }
  if (script.some(({ from, to }) => from === 'nav' || to === 'nav')) return { bornFrom: year - 66, bornTo: year - 18 }
  if (script[0]?.isOldest) return { bornFrom: year - 110, bornTo: year - 97 }
  return isOld ? { bornFrom: year - 95, bornTo: year - 60 } : {}
}

const idOf = (journey: string, step: number) => `${journey}-${step}`

type Patient = ReturnType<Landscape['randomPerson']>

/** Traffic follows geography: the patient's municipality, hospital and GP, with a few crossing. A role is one party throughout. */
function cast(landscape: Landscape, rng: Rng, patient: Patient): (role: Role) => HerId {
  const place = landscape.placeOf(patient.municipality)
  const trust = rng() < share.trustElsewhere ? pick(rng, landscape.trusts) : place.trust
  const scene = { landscape, rng, place, trust, fastlege: patient.fastlege }
  const taken = new Map<Role, HerId>()
  return (role) => {
    const party = taken.get(role) ?? roles[role].party(scene)
    taken.set(role, party)
    return party
  }
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** Waits are counted in office time; a journey that would end too late is squeezed to fit, but what needs another day gets one. */
function timesOf({ time, rng, script, start, lastStep }: Occasion): readonly number[] {
  let length = 0
  const waits = script.map(({ wait: [low, high] = [0, 0] }) => {
    length += (low + rng() * (high - low)) * time.workingDay
    return length
  })
  const squeeze = length > 0 ? Math.min(1, (lastStep - start) / length) : 1
  let before = 0
  return waits.map((wait, i) => {
    const least = script[i]?.isAnotherDay ? dayMs : minuteMs
    return (before = Math.max(before + least, time.at(start + wait * squeeze)))
  })
}

/** The conversation begins with the first step, or with the last one that refers to nothing. */
function references(
  script: Script,
  step: Step,
  index: number,
  id: string,
  times: readonly number[]
): Pick<Hendelse, 'first' | 'previous' | 'firstAt' | 'previousAt'> {
  const target = step.refersTo ?? index - 1
  if (target === 'none' || target < 0) return {}
  let first = target
  for (let i = target; i > 0 && i < index && script[i]?.refersTo !== 'none'; i--) first = i - 1
  const [firstAt = 0, previousAt = 0] = [times[first], times[target]]
  return { first: idOf(id, first), previous: idOf(id, target), firstAt, previousAt }
}
