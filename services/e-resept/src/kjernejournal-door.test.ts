/** What Kjernejournal is told of a person's prescriptions: the valid ones (nhn.no, kjernejournal), to nobody whom the person has blocked. */
import { GyldigeResepter } from '@budstikka/service'
import { expect, test } from 'vitest'
import { m1, m10, m93, openReseptformidler, patient } from './handle.examples.ts'
import { kjernejournalDoor } from './kjernejournal-door.ts'
import { answered, m1WithRefNr, m41 } from './rekvirent.examples.ts'
import { dayMs, now } from './resept.examples.ts'

function opened() {
  const rf = openReseptformidler()
  const door = kjernejournalDoor(rf.memory)
  const ask = async (more: object = {}) => {
    const body = Buffer.from(JSON.stringify({ fodselsnummer: patient.id, hprNummer: '123456', at: now, ...more }))
    return JSON.parse(Buffer.from(await door.answer({ subject: '', header: () => undefined, body })).toString())
  }
  return { rf, ask }
}
type Opened = ReturnType<typeof opened>
const idsOf = async (ask: Opened['ask'], more?: object) =>
  GyldigeResepter.parse(await ask(more)).resepter.map(({ reseptId }) => reseptId)

test('what can be had is told, while somebody dispenses it too, and not after its last day or its last dispensing', async () => {
  const { rf, ask } = opened()
  const written = m1('a')
  const id = written.envelope.msgId
  rf.hear(written)
  const [told] = GyldigeResepter.parse(await ask()).resepter
  expect(told).toEqual({
    reseptId: id,
    navn: expect.stringMatching(/./),
    bruksomrade: expect.any(String),
    forskrevet: '2019-12-02',
    gyldigTil: expect.stringMatching(/^2020-/),
    rekvirent: { hprNummer: expect.stringMatching(/^[0-9]{9}$/), navn: expect.stringMatching(/./) },
    reiterasjon: 0
  })
  const last = Date.parse(told?.gyldigTil ?? '')
  expect([await idsOf(ask, { at: last }), await idsOf(ask, { at: last + 2 * dayMs })]).toEqual([[id], []])
  rf.ask(m93('takes', id))
  expect(await idsOf(ask)).toEqual([id])
  rf.hear(m10('m10', 'a'))
  expect(await idsOf(ask)).toEqual([])
})

test('that there is a locked one is told, and nothing of what it is', async () => {
  const { rf, ask } = opened()
  const numbers = answered(rf.ask(m41('numbers', 1)), 'M4.2')
  const [number = ''] = typeof numbers === 'object' ? numbers.RefNr : []
  rf.hear(m1WithRefNr('a', number, { isLocked: true }))
  expect(await ask()).toEqual({ harLaste: true, resepter: [] })
})

test.each([
  ['blocked this one', { endring: 'TBO', helseperson: '123456' }],
  ['reserved', { endring: 'RES' }]
])('nothing is told of a person who has %s', async (_what, told) => {
  const { rf, ask } = opened()
  rf.hear(m1('a'))
  rf.tell('personvern', { fodselsnummer: patient.id, part: 'KJ', ...told })
  expect(await ask()).toEqual({ harLaste: false, resepter: [] })
})

test('another is not blocked', async () => {
  const { rf, ask } = opened()
  rf.hear(m1('a'))
  rf.tell('personvern', { fodselsnummer: patient.id, part: 'KJ', endring: 'TBO', helseperson: '123456' })
  expect(await idsOf(ask, { hprNummer: '654321' })).toHaveLength(1)
})

test('what cannot be read is told to who asks', async () => {
  expect(await opened().ask({ hprNummer: '' })).toMatchObject({ status: 400 })
})
