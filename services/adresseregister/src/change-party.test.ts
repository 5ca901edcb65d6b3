/** A change that was cut short: what is written down is carried out, once. */
import { HerId, Party } from '@budstikka/meldinger'
import { openRegister, registerBucket } from '@budstikka/service'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { expect, test, vi } from 'vitest'
import { openChanges } from './change-party.ts'
import { openEndringer } from './state.ts'

const party = Party.parse({
  herId: '1',
  name: 'Sykepleietjeneste, Bø',
  tjeneste: '8663-KP02',
  organisation: { herId: '9', name: 'Bø kommune', organisationNumber: '300000010', businessType: '102' },
  municipality: '4021',
  active: true
})
const one = HerId.parse('1')

test('a change that was written down when the process ended is made and said at the next start', async () => {
  const exchange = memoryExchange()
  const store = openMemoryStore()
  const stopping = new AbortController()

  async function open(signal: AbortSignal) {
    const bus = exchange.connect('adresseregister')
    const bucket = await bus.bucket(registerBucket)
    const register = await openRegister(bus, stopping.signal)
    const endringer = openEndringer(store)
    return { bus, bucket, register, changeParty: openChanges({ bus, bucket, store, endringer, register, signal }) }
  }

  const first = await open(AbortSignal.abort())
  await first.bucket.put('1', Buffer.from(JSON.stringify(party)))
  await vi.waitFor(() => expect(first.register.party('1')).toBeDefined())
  await expect((await first.changeParty)(one, { active: false })).rejects.toThrow()
  expect(store.outbox.count()).toBe(1)

  const second = await open(stopping.signal)
  await second.changeParty
  expect(store.outbox.count()).toBe(0)
  await vi.waitFor(() => expect(second.register.party('1')?.active).toBe(false))
  for await (const message of second.bus.tail('EVENTS', ['event.part-endret.1'], 1, stopping.signal)) {
    expect(JSON.parse(Buffer.from(message.body).toString())).toMatchObject({ sequence: 1, changed: ['active'] })
    break
  }
  stopping.abort()
})
