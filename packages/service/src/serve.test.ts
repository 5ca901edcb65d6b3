/** The laws of the journey: one effect, one receipt, whatever comes twice, late, wrong or to somebody who is gone. */
import { addressOf, derivedUuid } from '@budstikka/meldinger'
import { memoryExchange, openMemoryStore } from '@budstikka/transport'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clock, everythingOn, exampleWorld, happening, startProcess, until } from './serve.harness.ts'
import { casework, exampleRegister, exampleTime, herId, nursing, sender, taker } from './serve.examples.ts'
import { headerNames } from './subjects.ts'
import { statusOf } from './status.ts'

const hour = 60 * 60 * 1000

let w: ReturnType<typeof exampleWorld>
beforeEach(() => (w = exampleWorld()))
afterEach(() => w.stop())

describe('a melding', () => {
  it('is taken over once and receipted once', async () => {
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    expect([w.receipts(), w.stateOf('taker')]).toEqual([['2002 1'], { taken: 1 }])
    expect((await w.subjects()).map(({ meldingType }) => meldingType)).toEqual(['LOG_INNLAGT', 'APPREC'])
  })

  it('that comes twice under two transport ids has one effect and one receipt', async () => {
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    const [original] = await everythingOn(w.bus, 'MELDINGER')
    await w.bus.publish([
      { subject: original?.subject ?? '', id: 'another', headers: {}, body: original?.body ?? Buffer.of() }
    ])
    await w.bus.publish([happening('2', [{ id: 'b' }])])
    await until(() => w.receipts().length === 2)
    expect([w.stateOf('taker'), (await w.subjects()).length]).toEqual([{ taken: 2 }, 5])
  })

  it('goes to each copy receiver, and each answers in its own role', async () => {
    const copies = [{ ...addressOf(casework), role: 'COP' }]
    await w.bus.publish([happening('1', [{ id: 'a', changes: { copies } }])])
    await until(() => w.receipts().length === 2)
    const roles = (await everythingOn(w.bus, 'MELDINGER'))
      .filter(({ subject }) => subject.includes('APPREC'))
      .map(({ body }) => /<Role V="(\w+)"/.exec(Buffer.from(body).toString())?.[1])
    expect(new Set(roles)).toEqual(new Set(['COP', 'PRIM']))
  })

  it('to a party that is receiver and copy receiver comes once, and is receipted in both roles', async () => {
    const copies = [{ ...addressOf(nursing), role: 'COP' }]
    await w.bus.publish([happening('1', [{ id: 'a', changes: { copies } }])])
    await until(() => w.receipts().length === 2)
    expect([w.stateOf('taker'), (await w.subjects()).length]).toEqual([{ taken: 1 }, 3])
  })

  it('with a MsgId that is no UUID is refused with E10', async () => {
    await w.bus.publish([happening('1', [{ id: 'a', changes: { msgId: 'not-a-uuid' } }])])
    await until(() => w.receipts().length === 1)
    expect([w.receipts(), w.stateOf('taker')]).toEqual([['2002 2'], {}])
  })

  it('in another party’s name is dead as spoofing, and nobody is answered', async () => {
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    const [original] = await everythingOn(w.bus, 'MELDINGER')
    const subject = (original?.subject ?? '').replace('.1001.', '.666.')
    await w.bus.publish([{ subject, id: 'forged', headers: {}, body: original?.body ?? Buffer.of() }])
    await w.bus.publish([happening('2', [{ id: 'b' }])])
    await until(() => w.receipts().length === 2)
    expect([await w.deadReasons(), w.stateOf('taker')]).toEqual([['abuse:spoofing-attack'], { taken: 2 }])
  })

  it('that makes the service fail is dead, and the next one is served', async () => {
    const patient = { givenName: 'Sur', familyName: 'Gift', dateOfBirth: '1948-03-02', sex: '2', idents: [] }
    await w.bus.publish([happening('1', [{ id: 'a', changes: { patient } }, { id: 'b' }])])
    await until(() => w.receipts().length === 1)
    expect([await w.deadReasons(), w.stateOf('taker')]).toEqual([['taker failed: RangeError'], { taken: 1 }])
  })

  it('that is not well-formed is dead with the transport’s reason', async () => {
    const subject = 'melding.8663-KP02.2002.1001.LOG_INNLAGT.00'
    await w.bus.publish([{ subject, id: 'broken', headers: {}, body: Buffer.from('<MsgHead>') }])
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    expect(await w.deadReasons()).toEqual(['transport:not-well-formed-xml'])
  })
})

describe('what nobody could have meant', () => {
  it('a GenDate before 1970 is not believed, and the melding is served', async () => {
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    const [original] = await everythingOn(w.bus, 'MELDINGER')
    const text = Buffer.from(original?.body ?? Buffer.of()).toString()
    const old = text.replace(/<GenDate>[^<]*/, '<GenDate>1960-01-01T00:00:00Z').replace(/<MsgId>./, '<MsgId>f')
    await w.bus.publish([{ subject: original?.subject ?? '', id: 'old', headers: {}, body: Buffer.from(old) }])
    await until(() => w.stateOf('taker').taken === 2)
    expect(await w.deadReasons()).toEqual([])
  })

  it('a MsgId of two lines is refused with E10, and blocks nothing', async () => {
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    const [original] = await everythingOn(w.bus, 'MELDINGER')
    const text = Buffer.from(original?.body ?? Buffer.of()).toString()
    const body = Buffer.from(text.replace(/<MsgId>[^<]*/, '<MsgId>a&#10;b'))
    await w.bus.publish([{ subject: original?.subject ?? '', id: 'lines', headers: {}, body }])
    await w.bus.publish([happening('2', [{ id: 'b' }])])
    await until(() => w.receipts().length === 2)
    expect((await w.subjects()).filter(({ meldingType }) => meldingType === 'APPREC')).toHaveLength(3)
  })

  it('an event that is no JSON is dead, and the next one is heard', async () => {
    await w.bus.publish([{ ...happening('1', []), body: Buffer.from('{"meldinger":') }, happening('2', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    expect(await w.deadReasons()).toEqual(['sender failed: SyntaxError'])
  })

  it('an old melding sent again after the clock has struck is still known', async () => {
    const genDate = '2012-01-01T08:00:00.000Z'
    const later = (id: string) => happening(id, [{ id: 'a', changes: { genDate } }])
    await w.bus.publish([clock(exampleTime), later('1')])
    await until(() => w.receipts().length === 1)
    const [original] = await everythingOn(w.bus, 'MELDINGER')
    await w.bus.publish([clock(exampleTime + hour)])
    await everythingOn(w.bus, 'MELDINGER')
    await w.bus.publish([
      { subject: original?.subject ?? '', id: 'again', headers: {}, body: original?.body ?? Buffer.of() }
    ])
    await w.bus.publish([happening('2', [{ id: 'b' }])])
    await until(() => w.receipts().length === 2)
    expect(w.stateOf('taker')).toEqual({ taken: 2 })
  })
})

describe('an AppRec', () => {
  it('is never answered, and one for an unknown melding changes nothing', async () => {
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    const appRec = (await everythingOn(w.bus, 'MELDINGER')).find(({ subject }) => subject.includes('APPREC'))
    await w.bus.publish([
      { subject: appRec?.subject ?? '', id: 'again', headers: {}, body: appRec?.body ?? Buffer.of() }
    ])
    await w.bus.publish([happening('2', [{ id: 'b' }])])
    await until(() => w.receipts().length === 2)
    expect((await w.subjects()).length).toBe(5)
  })
})

describe('a sender', () => {
  it('is told once of a receipt that is missing after 96 hours, and takes a late one', async () => {
    await w.stop()
    const store = openMemoryStore()
    const exchange = memoryExchange()
    const bus = exchange.connect('test')
    const alone = startProcess(sender, { bus: exchange.connect('sender'), store })
    await bus.publish([happening('1', [{ id: 'a' }]), clock(exampleTime + 95 * hour), clock(exampleTime + 97 * hour)])
    await bus.publish([clock(exampleTime + 98 * hour)])
    const state = () => JSON.parse(store.table('state').get('all') ?? '{}')
    await until(() => state().overdue === 1)
    const late = startProcess(taker, { bus: exchange.connect('taker'), store: openMemoryStore() })
    await until(() => state().receipts?.length === 1)
    await Promise.all([alone.stop(), late.stop()])
    expect([state(), statusOf(store).overdue]).toEqual([{ receipts: ['2002 1'], overdue: 1 }, 0])
  })

  it('writes to where a service has moved', async () => {
    const register = exampleRegister()
    register.put({ ...nursing, movedTo: herId('2003') })
    await w.stop()
    w = exampleWorld(register)
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    expect(w.receipts()).toEqual(['2003 1'])
  })

  it('does not send to a closed service: the melding is dead, and says why', async () => {
    const register = exampleRegister()
    register.put({ ...nursing, active: false })
    await w.stop()
    w = exampleWorld(register)
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.stores.sender.outbox.count() > 0)
    const [letter] = await everythingOn(w.bus, 'DEAD')
    expect([letter?.header(headerNames.reason), letter?.header(headerNames.msgId)]).toEqual([
      'party-closed',
      derivedUuid(exampleTime, 'a')
    ])
  })
  it('has nothing in its outbox soon after the last of it is out, though nothing more comes', async () => {
    await w.bus.publish([happening('1', [{ id: 'a' }])])
    await until(() => w.receipts().length === 1)
    const rows = () => w.stores.sender.outbox.count() + w.stores.taker.outbox.count()
    expect(rows()).toBeGreaterThan(0)
    await vi.waitFor(() => expect(rows()).toBe(0), 5_000)
  })
})
