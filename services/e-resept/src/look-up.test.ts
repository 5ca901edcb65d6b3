/** A question as it comes over the bus: what it changes is written before it is answered, and what changes nothing is not. */
import { decodeMelding, encodeMelding, herIdOf, type Melding, readXml } from '@budstikka/meldinger'
import { lookUpEndpoints, oppslagSubject } from '@budstikka/service'
import { openMemoryStore, type Store } from '@budstikka/transport'
import { beforeEach, expect, test } from 'vitest'
import { answer } from './answer.ts'
import { landscape, m1, m91, m93, parties, setup } from './handle.examples.ts'
import { eresept } from './service.ts'
import { openMemory } from './state.ts'

let store: Store
let ask: (question: Melding) => Promise<string>
const prescription = m1('r1')

beforeEach(() => {
  store = openMemoryStore()
  const memory = openMemory(store, { retentionMs: 30 * 24 * 60 * 60 * 1000 })
  const { handle, initial } = eresept(memory, setup)
  const [endpoint] = lookUpEndpoints({
    tjenester: ['8658-1'],
    store,
    register: landscape,
    memory,
    answer: (state, question, context) => answer(state, question, { ...context, setup })
  })
  ask = async (question) => {
    const { envelope } = question
    const subject = oppslagSubject('8658-1', parties.reseptformidler, herIdOf(envelope.sender) ?? '', envelope.type)
    const body = Buffer.from(encodeMelding(question))
    const told = await endpoint?.answer({ subject, body, header: () => undefined })
    return Buffer.from(told ?? '').toString()
  }
  const now = Date.parse(prescription.envelope.genDate)
  const incoming = { type: 'melding', melding: prescription, to: parties.reseptformidler, role: 'PRIM' } as const
  handle(initial, incoming, { now, register: landscape })
})

const typeOf = (xml: string) => {
  const decoded = decodeMelding(readXml(Buffer.from(xml)) as Parameters<typeof decodeMelding>[0])
  return decoded.type === 'melding' ? decoded.melding.envelope.type : decoded.type
}

test('a list is answered, and nothing is written of it', async () => {
  expect(typeOf(await ask(m91('q1')))).toBe('ERM92')
  expect(store.table('inbox').count()).toBe(0)
})

test('what is taken in hand is written once, and the same question has the same answer', async () => {
  const question = m93('q1', prescription.envelope.msgId)
  const first = await ask(question)
  expect(typeOf(first)).toBe('ERM94')
  expect(await ask(question)).toBe(first)
  expect(store.table('inbox').count()).toBe(1)
})

test('what was refused may be asked again', async () => {
  const reseptId = prescription.envelope.msgId
  await ask(m93('q1', reseptId))
  expect(typeOf(await ask(m93('q2', reseptId, { from: parties.annetApotek })))).toBe('appRec')
  expect(store.table('inbox').count()).toBe(1)
})
