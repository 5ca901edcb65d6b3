/** How the journey of a melding is told. */
import type { JourneyLeg } from '@budstikka/landscape'
import { expect, test } from 'vitest'
import { journeyLines } from './journey-lines.ts'

const genDate = Date.UTC(2019, 2, 2, 12)
const wall = Date.UTC(2026, 0, 5, 9)
const leg: JourneyLeg = {
  from: '1',
  to: '2',
  type: 'LOG_INNLAGT',
  sentAt: genDate,
  storedAt: wall,
  sendings: 1,
  status: 'rejected',
  receipt: { id: 'r', status: '2', at: genDate + 1_000, storedAt: wall + 12, errors: ['8221:E36', '7519:47'] },
  duplicated: 0
}
const linesOf = (journeyLeg: JourneyLeg) => [...journeyLines({ msgId: 'm', legs: [journeyLeg] }, new Map())]

test('a rejected melding is told with real time, GenDate, and the codes of its receipt', () => {
  expect(linesOf(leg)).toEqual([
    'Melding m',
    '',
    '  LOG_INNLAGT  1 → 2  rejected',
    '    sent      2026-01-05T09:00:00.000Z (GenDate 2019-03-02T12:00:00.000Z)',
    '    receipt   2026-01-05T09:00:00.012Z (GenDate 2019-03-02T12:00:01.000Z), after 12 ms',
    '              rejected, AppRec r',
    '              E36 Pasientopplysninger er utilstrekkelige',
    '              47 of list 7519'
  ])
})

test('a melding that is on its way has no receipt yet, and one that nobody stored no real time', () => {
  const { receipt: _, ...rest } = leg
  expect(linesOf({ ...rest, storedAt: 0, status: 'in flight' }).slice(2)).toEqual([
    '  LOG_INNLAGT  1 → 2  in flight',
    '    sent      GenDate 2019-03-02T12:00:00.000Z',
    '    receipt   none yet'
  ])
})
