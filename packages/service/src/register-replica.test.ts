/** What a service knows of the parties, and when. */
import { HerId, Party } from '@budstikka/meldinger'
import { type Bucket, memoryExchange } from '@budstikka/transport'
import { expect, test, vi } from 'vitest'
import { pageEntries, partyEntry } from './register-entries.ts'
import { openRegister, type PartyChange, registerBucket } from './register-replica.ts'

const party = Party.parse({
  herId: '0012',
  name: 'Sykepleietjeneste, Bø',
  tjeneste: '8663-KP02',
  organisation: { herId: '9', name: 'Bø kommune', organisationNumber: '300000010', businessType: '102' },
  municipality: '4021',
  active: true
})
const put = (bucket: Bucket, value: Party) => bucket.put(...partyEntry(value))

/** A bucket with one party, and the copy of a service that began afterwards. */
async function openWorld() {
  const stopping = new AbortController()
  const exchange = memoryExchange()
  const bucket = await exchange.connect('adresseregister').bucket(registerBucket)
  await put(bucket, party)
  const register = await openRegister(exchange.connect('epj'), stopping.signal)
  return { bucket, register, [Symbol.dispose]: () => stopping.abort() }
}

test('a register that is open knows all that stood there', async () => {
  using world = await openWorld()
  expect(world.register.party('0012')).toEqual(party)
  expect(world.register.find('8663-KP02', '4021')).toEqual([party])
  expect(world.register.isCurrent).toBe(true)
})

test('an empty register is current too', async () => {
  const stopping = new AbortController()
  const register = await openRegister(memoryExchange().connect('epj'), stopping.signal)
  expect([register.isCurrent, register.size]).toEqual([true, 0])
  stopping.abort()
})

test('a service that closes is found no more', async () => {
  using world = await openWorld()
  await put(world.bucket, { ...party, active: false })
  await vi.waitFor(() => expect(world.register.find('8663-KP02')).toEqual([]))
  expect(world.register.party('0012')?.active).toBe(false)
})

test('a party that is deleted is unknown', async () => {
  using world = await openWorld()
  await world.bucket.delete('0012')
  await vi.waitFor(() => expect(world.register.party('0012')).toBeUndefined())
})

test('whoever listens is told of changes, and not of what stood there before', async () => {
  using world = await openWorld()
  const changes: PartyChange[] = []
  world.register.onChange((change) => changes.push(change))
  const renamed = { ...party, name: 'Hjemmesykepleien, Bø' }
  await put(world.bucket, renamed)
  await vi.waitFor(() => expect(changes).toEqual([{ herId: '0012', party: renamed }]))
})

test('a register that is stopped is not current', async () => {
  const world = await openWorld()
  world[Symbol.dispose]()
  await vi.waitFor(() => expect(world.register.isCurrent).toBe(false))
})

test('a register that was filled with many at once holds each, and changes of them', async () => {
  const stopping = new AbortController()
  const exchange = memoryExchange()
  const bucket = await exchange.connect('adresseregister').bucket(registerBucket)
  const all = Array.from({ length: 2_500 }, (_, number) => ({ ...party, herId: HerId.parse(String(100 + number)) }))
  await bucket.putAll(pageEntries(all))
  const [first = party] = all
  const renamed = { ...first, name: 'Hjemmesykepleien, Bø' }
  await bucket.putAll([partyEntry(renamed)])
  const register = await openRegister(exchange.connect('epj'), stopping.signal)
  expect(register.all()).toEqual([renamed, ...all.slice(1)])
  stopping.abort()
})

test('parties that are registered later take no earlier page’s place', async () => {
  const stopping = new AbortController()
  const exchange = memoryExchange()
  const bucket = await exchange.connect('adresseregister').bucket(registerBucket)
  const other = { ...party, herId: HerId.parse('13') }
  await bucket.putAll(pageEntries([party, other]))
  await bucket.putAll(pageEntries([{ ...party, herId: HerId.parse('12') }]))
  const register = await openRegister(exchange.connect('epj'), stopping.signal)
  expect(register.all().map(({ herId }) => herId)).toEqual(['12', '13', '0012'])
  stopping.abort()
})
