/** What citizens see of their medicines, and who else does. */
import { isProblem, openUtsteder, representasjonFor } from '@budstikka/service'
import { expect, test } from 'vitest'
import { ageOf } from './answer-nettapotek.ts'
import { m1, m10, m93, openReseptformidler, patient, setup } from './handle.examples.ts'
import { innbyggerDoors } from './innbygger-doors.ts'
import { barn, bevisFor, mor, ungdom } from './nettapotek.examples.ts'
import { dayMs, now } from './resept.examples.ts'

/** Reseptformidleren with its doors for citizens, at a time. */
function opened(at = now + dayMs) {
  const rf = openReseptformidler()
  const counted: string[] = []
  const { endpoints, routes } = innbyggerDoors({
    ...setup,
    memory: rf.memory,
    ageOf,
    now: () => at,
    count: (what) => counted.push(what)
  })
  return {
    rf,
    counted,
    routes,
    async ask(name: string, who: string, sporsmal: object = {}) {
      const endpoint = endpoints.find((one) => one.name === name)
      const body = Buffer.from(JSON.stringify({ bevis: bevisFor(who), sporsmal }))
      const given = await endpoint?.answer({ subject: '', header: () => undefined, body })
      return JSON.parse(Buffer.from(given ?? '').toString())
    }
  }
}

const dispensed = (rf: ReturnType<typeof openReseptformidler>, id: string, at = now) => {
  const written = m1(id, { dispensings: 2 })
  rf.hear(written)
  rf.ask(m93(`takes ${id} ${at}`, written.envelope.msgId, { at }))
  rf.hear(m10(`m10 ${id} ${at}`, id, { dispensings: 2, at }))
  return written.envelope.msgId
}

test('one sees what one was dispensed, newest first, and what can be had with the date of the list', async () => {
  const { rf, ask, counted } = opened()
  const [a, b] = [dispensed(rf, 'a'), dispensed(rf, 'b', now + 60_000)]
  expect(await ask('legemidler', patient.id)).toEqual({
    legemidler: [b, a].map((reseptId) => ({ reseptId, navnFormStyrke: expect.any(String), utlevert: '2019-12-02' }))
  })
  const list = await ask('resepter', patient.id)
  expect([list.dato, list.resepter.map(({ reseptId, status }: Record<string, string>) => [reseptId, status])]).toEqual([
    '2019-12-03',
    [
      [a, 'E'],
      [b, 'E']
    ]
  ])
  expect(counted).toEqual(['legemidler.selv', 'resepter.selv'])
})

test('what was dispensed more than three years ago is seen no more', async () => {
  const before = opened(now + 3 * 365 * dayMs - 1)
  const after = opened(now + 3 * 365 * dayMs)
  for (const { rf } of [before, after]) dispensed(rf, 'a')
  expect([
    (await before.ask('legemidler', patient.id)).legemidler.length,
    (await after.ask('legemidler', patient.id)).legemidler
  ]).toEqual([1, []])
})

test('another sees them by a fullmakt of the one whose they are, to the one who has logged in', async () => {
  const { rf, ask, counted } = opened()
  const reseptId = dispensed(rf, 'a')
  const utsteder = openUtsteder(undefined)
  const asMor = (fullmakt?: string) => ask('legemidler', mor, { gjelder: patient.id, ...(fullmakt && { fullmakt }) })
  const refused = [undefined, utsteder.fullmakt(mor, patient.id), utsteder.fullmakt(patient.id, ungdom.id)].map(asMor)
  expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([403, 403, 403])
  expect((await asMor(utsteder.fullmakt(patient.id, mor))).legemidler).toMatchObject([{ reseptId }])
  expect(counted).toEqual(['legemidler.FU'])
})

test.each([
  ['oneself', mor, mor, 'selv'],
  ['a parent of a child', mor, barn.id, 'FO'],
  ['another of a child', patient.id, barn.id, undefined],
  ['another of somebody who is 16', mor, ungdom.id, undefined]
])('%s: %#', (_who, innlogget, gjelder, by) => {
  const kjent = { ageOf: (id: string) => ageOf(id, now), foreldreOf: setup.foreldreOf, harFullmakt: () => false }
  expect(representasjonFor(innlogget, gjelder, kjent)).toBe(by)
})

test('what cannot be read is told to who asks', async () => {
  expect(await opened().ask('legemidler', mor, { gjelder: '12345678901' })).toMatchObject({ status: 400 })
})

test('over HTTP nobody sees anything without a token that holds', async () => {
  const { routes } = opened()
  const answers = await Promise.all(
    routes.map(async ({ handle }) => {
      // The rim: a route takes what its schemas have read.
      const given: unknown = await handle({
        headers: { authorization: 'Bearer a.b.c' },
        body: {}
      } as never)
      return isProblem(given) && given.status
    })
  )
  expect(answers).toEqual([401, 401])
})
