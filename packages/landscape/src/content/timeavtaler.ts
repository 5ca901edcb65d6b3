/** The appointments beside a dialogue with a citizen. Which times are free follows from whose they are and the day, so that both sides know the same. */
import { type Attachment, dayOf, dayStart, derivedUuid, icalendarOf, type Timeavtale } from '@budstikka/meldinger'
import { createRng, pick, whole } from '../random.ts'
import { isWorkingDay } from '../time/holidays.ts'
import { subjectOf } from './innbyggerdialog.ts'
import { dateOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'

const dayMs = 86_400_000
/** All our choice: offered days, and times a day of a quarter of an hour between 8 and 15. */
const offeredDays = 5
const quarters = [
  [32, 39],
  [40, 47],
  [48, 59]
] as const

/** What a document is called in the guide's examples. */
const descriptions: Readonly<Record<string, string>> = {
  '01': 'iCalendarFremdtidigeAvtaler',
  '03': 'iCalendarLedigeTimer'
}

/** None where the dialogue is about no time. */
export function timeavtalerBeside(occasion: Occasion): readonly Attachment[] {
  if (!occasion.meldingType.startsWith('DIALOG_INNBYGGER_TIME')) return []
  const timeavtaler = occasion.answers === undefined ? told(occasion) : answered(occasion, occasion.answers)
  return timeavtaler.length === 0
    ? []
    : [icalendarOf(timeavtaler, descriptions[occasion.detail ?? ''] ?? 'iCalendarBestillTime')]
}

/** Of a question, or of what the GP tells unasked (list 7602): the time that it is about. */
function told(occasion: Occasion): readonly Timeavtale[] {
  const { from, to } = occasion
  const { list, code } = subjectOf(occasion)
  if (['HLT', 'HBT', 'OT'].includes(code)) return []
  if (list === '7601') return [code === 'RT' ? timeOf(occasion, to.herId) : reserved(timeOf(occasion, to.herId))]
  const time = reserved(timeOf(occasion, from.herId))
  return [code === '07' ? moved(time, from.herId) : { ...time, summary: 'Konsultasjon', location: from.name }]
}

function answered(
  { detail = '', from, at, id }: Occasion,
  { timeavtaler, fraDato }: NonNullable<Occasion['answers']>
): readonly Timeavtale[] {
  const offers = () => offersOf(from.herId, fraDato ?? dateOf(at + dayMs))
  switch (detail) {
    case '01':
      return [{ ...reserved(pick(createRng('bestilt', id), offers())), status: 'CONFIRMED' }]
    case '03':
      return offers().map((one) => ({ ...one, status: 'TENTATIVE' }))
    case '05':
      return timeavtaler.length > 0
        ? timeavtaler.map(reserved)
        : [{ ...reserved(pick(createRng('bestilt', id), offers())), categories: 'Konsultasjon' }]
    case '07':
      return timeavtaler.map((one) => moved(one, from.herId))
    default:
      return timeavtaler
  }
}

/** The time that a patient takes: the same in a reservation and in what is said of it later. */
function timeOf({ at, firstAt = at, patient }: Occasion, herId: string): Timeavtale {
  const offers = offersOf(herId, dateOf(firstAt + dayMs))
  // Not of the first and the last day, so that it is among those that were offered an hour ago, before midnight too.
  const time =
    offers[whole(createRng('time', patient.id ?? '', herId), quarters.length, offers.length - quarters.length - 1)]
  if (time === undefined) throw new Error('expected a time among those that are offered')
  return time
}

const reserved = (time: Timeavtale): Timeavtale => ({
  ...time,
  relatedTo: time.relatedTo ?? derivedUuid(Date.parse(`${time.begins}Z`), 'reservasjon', time.uid)
})

/** To the first that is offered from the day after; it is the same reservation. */
function moved({ begins, relatedTo }: Timeavtale, herId: string): Timeavtale {
  const [first] = offersOf(herId, dayOf(dayStart(begins) + dayMs))
  if (first === undefined) throw new Error('expected a time that is offered')
  return { ...first, ...(relatedTo !== undefined && { relatedTo }) }
}

/** `from`: the first day, yyyy-mm-dd. */
function offersOf(herId: string, from: string): readonly Timeavtale[] {
  const offers: Timeavtale[] = []
  for (let day = Date.parse(from); offers.length < offeredDays * quarters.length; day += dayMs) {
    if (!isWorkingDay(day / dayMs)) continue
    const date = dayOf(day)
    const rng = createRng('ledig', herId, date)
    for (const [low, high] of quarters) {
      const quarter = whole(rng, low, high)
      const begins = `${date}T${clock(quarter)}`
      const uid = derivedUuid(Date.parse(`${begins}Z`), 'time', herId)
      offers.push({ begins, ends: `${date}T${clock(quarter + 1)}`, uid, contact: herId })
    }
  }
  return offers
}

const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}:00`
