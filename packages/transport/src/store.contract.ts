/** What every store promises, told once and kept by all of them. */
import { expect, it } from 'vitest'
import type { OutMessage } from './bus.ts'
import type { Store } from './store.ts'

const message = (id: string): OutMessage => ({
  subject: 'melding.a',
  id,
  headers: { MsgId: `${id} æøå` },
  body: new Uint8Array([0, 1, 255])
})

export function storeContract(open: () => Store): void {
  const inStore = (name: string, test: (store: Store) => void) =>
    it(name, () => {
      using store = open()
      test(store)
    })

  inStore('what is put under a key is got, and replaced by what is put later', (store) => {
    const table = store.table('state')
    table.put('k', '1', 0)
    table.put('k', '2', 5)
    expect([table.get('k'), table.get('other'), table.count()]).toEqual(['2', undefined, 1])
  })

  inStore('adding answers whether the key was new, and leaves the old value', (store) => {
    const inbox = store.table('inbox')
    expect([inbox.add('m', 'first', 1), inbox.add('m', 'again', 2)]).toEqual([true, false])
    expect([inbox.get('m'), inbox.has('m'), inbox.has('n')]).toEqual(['first', true, false])
  })

  inStore('what is deleted is answered once, and gone', (store) => {
    const table = store.table('state')
    table.put('k', '1', 0)
    expect([table.delete('k'), table.delete('k')]).toEqual(['1', undefined])
    expect([table.has('k'), table.count()]).toEqual([false, 0])
  })

  inStore('rows are found by time, oldest first, from inclusive and to exclusive', (store) => {
    const due = store.table('due')
    for (const [key, at] of [
      ['c', 30],
      ['a', 10],
      ['b', 20],
      ['b2', 20],
      ['d', 40]
    ] as const)
      due.put(key, key, at)
    expect(due.between(10, 40, 10).map(({ key }) => key)).toEqual(['a', 'b', 'b2', 'c'])
    expect(due.between(11, 40, 2)).toEqual([
      { key: 'b', value: 'b', at: 20 },
      { key: 'b2', value: 'b2', at: 20 }
    ])
  })

  inStore('what is older than a time is forgotten', (store) => {
    const inbox = store.table('inbox')
    for (const at of [1, 2, 3]) inbox.add(`m${at}`, '', at)
    expect([inbox.deleteBefore(3), inbox.count(), inbox.has('m3')]).toEqual([2, 1, true])
  })

  inStore('simulated times of this century are kept to the millisecond', (store) => {
    const table = store.table('due')
    table.put('k', 'v', 4_102_444_799_999)
    expect(table.between(0, 5e12, 1)[0]?.at).toBe(4_102_444_799_999)
  })

  inStore('tables do not see one another', (store) => {
    store.table('a').put('k', 'of a', 0)
    expect(store.table('b').get('k')).toBeUndefined()
  })

  inStore('a name that could be more than a name is refused', (store) => {
    expect(() => store.table('a; DROP TABLE b')).toThrow('a table name is')
  })

  inStore('a transaction answers what its work answers', (store) => {
    expect(store.transaction(() => 42)).toBe(42)
  })

  inStore('what a transaction throws undoes all that it did, in tables and outbox', (store) => {
    const table = store.table('state')
    store.transaction(() => {
      table.put('kept', '1', 0)
      store.outbox.add(message('kept'))
    })
    const work = () => {
      table.put('kept', '2', 0)
      table.add('new', '', 0)
      table.deleteBefore(1)
      store.outbox.add(message('new'))
      store.outbox.markPublished(1)
      throw new Error('the disk is full')
    }
    expect(() => store.transaction(work)).toThrow('the disk is full')
    expect([table.get('kept'), table.has('new'), table.count()]).toEqual(['1', false, 1])
    expect(store.outbox.pending(10).map((row) => row.message.id)).toEqual(['kept'])
  })

  inStore('the outbox keeps what must be published in order until it is marked', (store) => {
    const { outbox } = store
    const numbers = ['1', '2', '3'].map((id) => outbox.add(message(id)))
    expect(outbox.pending(2).map((row) => row.message.id)).toEqual(['1', '2'])
    expect(outbox.pending(9).map((row) => row.number)).toEqual(numbers)
    outbox.markPublished(numbers[1] ?? 0)
    expect([outbox.count(), outbox.pending(9)[0]?.message.id]).toEqual([1, '3'])
  })

  inStore('a message comes out of the outbox as it went in', (store) => {
    store.outbox.add(message('1'))
    const [row] = store.outbox.pending(1)
    expect({ ...row?.message, body: Array.from(row?.message.body ?? []) }).toEqual({
      ...message('1'),
      body: [0, 1, 255]
    })
  })
}
