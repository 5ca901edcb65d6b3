/** By a fullmakt another sees the core record of who is 16 or more, and decides nothing over it. */
import { isProblem, openUtsteder } from '@budstikka/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { look } from './handle.ts'
import { child, full, known, kritisk, numberOf, patient } from './kjernejournal.examples.ts'
import { openKjernejournal, parties, somebody } from './start.harness.ts'

const stopping = new AbortController()
let kj: Awaited<ReturnType<typeof openKjernejournal>>
beforeAll(async () => void (kj = await openKjernejournal(stopping.signal)))
afterAll(() => stopping.abort())

test.each([
  ['somebody grown', patient, '2019-06-01', true],
  ['a child until 16', child, '2026-01-14', false],
  ['who has become 16', child, '2026-01-15', true]
])('%s', (_whose, gjelder, day, isSeen) => {
  const innbygger = { at: Date.parse(day), innlogget: numberOf('1985-01-01'), gjelder, harFullmakt: true }
  const seen = look(full, innbygger, 'kritisk', () => [], known)
  expect(isProblem(seen) ? seen.status : seen.kritisk).toEqual(isSeen ? kritisk : 403)
})

test('over the bus its proof must be from whose it is to who is logged in, and whose it is is not counted as having looked', async () => {
  const [giver, haver] = [somebody(), somebody()]
  const { fullmakt } = openUtsteder(undefined)
  const ask = (more: object) =>
    kj.ask('innbygger', parties.helsenorge.herId, { innlogget: haver, gjelder: giver, deler: ['logg'], ...more })
  const before = await kj.tall()
  expect(await ask({})).toMatchObject({ status: 403 })
  expect(await ask({ fullmakt: fullmakt(haver, giver) })).toMatchObject({ status: 403 })
  expect(await ask({ fullmakt: fullmakt(giver, haver) })).toEqual({ logg: [] })
  expect(await kj.tall()).toEqual(before)
})
