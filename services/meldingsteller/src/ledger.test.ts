/** The ledger over batches, restarts and time. */
import { openMemoryStore, openSqliteStore, type Store } from '@budstikka/transport'
import { describe, expect, test } from 'vitest'
import {
  arrived,
  deadLetter,
  gpOffice,
  hospital,
  hourMs,
  ledgerOn,
  municipality,
  noon,
  receipt,
  sending,
  storedAt
} from './examples.ts'

const dayMs = 24 * hourMs
const balanced = ({
  sent,
  delivered,
  rejected,
  dead,
  inFlight
}: Record<'sent' | 'delivered' | 'rejected' | 'dead' | 'inFlight', number>) =>
  sent === delivered + rejected + dead + inFlight

const stores: readonly (readonly [string, () => Store])[] = [
  ['memory', openMemoryStore],
  ['SQLite', () => openSqliteStore(':memory:', { profile: 'bulk' })]
]

describe.each(stores)('in %s', (_, openStore) => {
  test('a batch that comes again after a restart is not counted again', () => {
    const store = openStore()
    const batch = arrived([sending({ msgId: 'm1' }), sending({ msgId: 'm2' }), receipt({ msgId: 'm1' })])
    ledgerOn(store).count('MELDINGER', batch)
    const before = ledgerOn(store).books()
    const again = ledgerOn(store)
    again.count('MELDINGER', batch)
    expect(again.books()).toEqual(before)
    expect(before).toMatchObject({ sent: 2, delivered: 1, inFlight: 1, positions: { MELDINGER: 3 } })
  })

  test('after a restart everything is as it was: books, flow, and what is in flight', () => {
    const store = openStore()
    const ledger = ledgerOn(store)
    for (let batch = 0; batch < 70; batch++)
      ledger.count('MELDINGER', arrived([sending({ msgId: `m${batch}` })], batch + 1))
    const opened = ledgerOn(store)
    expect(opened.books()).toEqual(ledger.books())
    expect([...opened.flow()]).toEqual([...ledger.flow()])
    expect([...opened.flowByTypes()]).toEqual([...ledger.flowByTypes()])
    expect(opened.inFlightBefore(noon + 1)).toBe(70)
  })

  test('a batch that fails half way leaves nothing behind', () => {
    const store = openStore()
    ledgerOn(store).count('MELDINGER', arrived([sending({ msgId: 'm1' })]))
    const broken = arrived([sending({ msgId: 'm2' })], 2).map((message) => ({
      ...message,
      get subject(): string {
        throw new Error('the disk is full')
      }
    }))
    expect(() => ledgerOn(store).count('MELDINGER', broken)).toThrow('the disk is full')
    expect(ledgerOn(store).books()).toMatchObject({ sent: 1, positions: { MELDINGER: 1 } })
  })

  test('what is settled is forgotten after 90 simulated days, and what is in flight is not', () => {
    const ledger = ledgerOn(openStore())
    ledger.count(
      'MELDINGER',
      arrived([sending({ msgId: 'done' }), receipt({ msgId: 'done' }), sending({ msgId: 'waits' })])
    )
    const days = Array.from({ length: 92 }, (_, day) => sending({ msgId: `day-${day}`, at: noon + day * dayMs }))
    days.forEach((each, day) => ledger.count('MELDINGER', arrived([each], 4 + day)))
    expect(['done', 'waits'].map((msgId) => ledger.journey(msgId).legs.length)).toEqual([0, 1])
  })

  test('in flight before a time is exact to the millisecond', () => {
    const ledger = ledgerOn(openStore())
    const times = [noon, noon + 1, noon + 2, noon + hourMs]
    ledger.count('MELDINGER', arrived(times.map((at, index) => sending({ msgId: `m${index}`, at }))))
    ledger.count('MELDINGER', arrived([receipt({ msgId: 'm1' })], 5))
    expect([noon, noon + 1, noon + 2, noon + 3, noon + hourMs + 1].map((time) => ledger.inFlightBefore(time))).toEqual([
      0, 1, 1, 2, 3
    ])
  })
})

test('the flow counts each sending per sender, receiver, type and month, and no receipts', () => {
  const ledger = ledgerOn(openMemoryStore())
  const april = noon + 31 * dayMs
  ledger.count(
    'MELDINGER',
    arrived([
      sending({ msgId: 'm1' }),
      sending({ msgId: 'm1', attempt: 1 }),
      sending({ msgId: 'm1', to: gpOffice }),
      sending({ msgId: 'm2', at: april }),
      receipt({ msgId: 'm1' }),
      receipt({ msgId: 'm2', status: '2' })
    ])
  )
  const cell = { sender: hospital, receiver: municipality, type: 'LOG_INNLAGT', month: '2019-03' }
  expect([...ledger.flow()]).toEqual([
    { ...cell, sendings: 2, unique: 1, ok: 2, rejected: 0, dead: 0 },
    { ...cell, receiver: gpOffice, sendings: 1, unique: 1, ok: 0, rejected: 0, dead: 0 },
    { ...cell, month: '2019-04', sendings: 1, unique: 1, ok: 0, rejected: 1, dead: 0 }
  ])
  expect([...ledger.flowByTypes()].map(({ sender, receiver, sendings }) => [sender, receiver, sendings])).toEqual([
    ['101', '102', 2],
    ['101', '103', 1],
    ['101', '102', 1]
  ])
})

test('one melding from the far future makes nothing be forgotten', () => {
  const ledger = ledgerOn(openMemoryStore())
  ledger.count('MELDINGER', arrived([sending({ msgId: 'done' }), receipt({ msgId: 'done' })]))
  ledger.count('MELDINGER', arrived([sending({ msgId: 'future', at: Date.UTC(2900, 0) })], 3))
  expect(ledger.journey('done').legs).toHaveLength(1)
})

test('a position that is jumped over is a melding lost', () => {
  const ledger = ledgerOn(openMemoryStore())
  ledger.count('MELDINGER', arrived([sending({ msgId: 'm1' })], 100))
  ledger.count('MELDINGER', arrived([sending({ msgId: 'm4' })], 103))
  expect(ledger.books()).toMatchObject({ sent: 2, lost: 2 })
})

test('meldinger that were packed together share a position, and each counts', () => {
  const store = openMemoryStore()
  const packed = arrived([sending({ msgId: 'm1' }), sending({ msgId: 'm2' })]).map((each) => ({ ...each, position: 7 }))
  const count = () => ledgerOn(store).count('MELDINGER', packed)
  count()
  count()
  expect(ledgerOn(store).books()).toMatchObject({ sent: 2, lost: 0, positions: { MELDINGER: 7 } })
})

test('dead letters are counted by reason, and a spoofed one as spoofing too', () => {
  const ledger = ledgerOn(openMemoryStore())
  const [one, other] = [sending({ msgId: 'm1' }), sending({ msgId: 'm2' })]
  ledger.count('DEAD', arrived([deadLetter(one, 'abuse:spoofing-attack'), deadLetter(other, 'epj failed: TypeError')]))
  ledger.count('MELDINGER', arrived([one, other]))
  expect(ledger.books()).toMatchObject({ dead: 2, sent: 2, spoofed: 1, deadLetters: { spoofing: 1, failed: 1 } })
  expect(balanced(ledger.books())).toBe(true)
})

test('a letter that is published twice after a crash counts once', () => {
  const ledger = ledgerOn(openMemoryStore())
  const letter = deadLetter(sending({ msgId: 'm1' }))
  ledger.count('DEAD', arrived([letter, letter]))
  expect(ledger.books().deadLetters).toEqual({ 'not-well-formed': 1 })
})

test('the letter of a receipt does not make its melding dead', () => {
  const ledger = ledgerOn(openMemoryStore())
  ledger.count('MELDINGER', arrived([sending({ msgId: 'm1' })]))
  ledger.count('DEAD', arrived([deadLetter(receipt({ msgId: 'm1' }))]))
  expect(ledger.books()).toMatchObject({ dead: 0, inFlight: 1, deadLetters: { 'not-well-formed': 1 } })
})

test('a sender that has moved gets its receipt elsewhere, and its melding is answered', () => {
  const ledger = ledgerOn(openMemoryStore())
  ledger.count('MELDINGER', arrived([sending({ msgId: 'm1' }), receipt({ msgId: 'm1', from: gpOffice })]))
  expect(ledger.books()).toMatchObject({ delivered: 1, inFlight: 0, unmatched: 0 })
})

test('a melding can be followed: sent, to whom, and how it was answered', () => {
  const ledger = ledgerOn(openMemoryStore())
  ledger.count(
    'MELDINGER',
    arrived([sending({ msgId: 'm1' }), receipt({ msgId: 'm1' }), sending({ msgId: 'm1', to: gpOffice })])
  )
  expect(ledger.journey('m1')).toEqual({
    msgId: 'm1',
    legs: [
      {
        from: hospital,
        to: municipality,
        type: 'LOG_INNLAGT',
        sentAt: noon,
        storedAt: storedAt(1),
        sendings: 1,
        status: 'delivered',
        receipt: { id: 'receipt-m1', status: '1', at: noon + 60_000, storedAt: storedAt(2), errors: [] },
        duplicated: 0
      },
      {
        from: hospital,
        to: gpOffice,
        type: 'LOG_INNLAGT',
        sentAt: noon,
        storedAt: storedAt(3),
        sendings: 1,
        status: 'in flight',
        duplicated: 0
      }
    ]
  })
})

test('a rejection is remembered with its codes, over a restart too', () => {
  const store = openMemoryStore()
  const rejected = receipt({ msgId: 'm1', status: '2', errors: '8221:E36,8221:E10' })
  ledgerOn(store).count('MELDINGER', arrived([sending({ msgId: 'm1' }), rejected]))
  expect(ledgerOn(store).journey('m1').legs[0]?.receipt?.errors).toEqual(['8221:E36', '8221:E10'])
})

test('rows of another version are refused, with the way out', () => {
  const store = openMemoryStore()
  ledgerOn(store).count('MELDINGER', arrived([sending({ msgId: 'm1' })]))
  store.transaction(() => store.table('layout').delete('meldinger'))
  expect(() => ledgerOn(store)).toThrow(/holds rows of layout 1, expected 2: .* begin anew with an empty data folder/)
})
