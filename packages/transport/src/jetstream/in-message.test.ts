/** What is read of a message that came. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { findHeader, readDelivery } from './in-message.ts'

describe('a delivery', () => {
  const known = { attempt: 2, position: 700, deliverySeq: 9, storedAt: 1_767_225_600_123, pending: 5 }

  it('is read from the reply subject of a server without domains', () => {
    expect(readDelivery('$JS.ACK.MELDINGER.epj.2.700.9.1767225600123456789.5')).toEqual(known)
  })

  it('is read from the reply subject of a server with domains', () => {
    expect(readDelivery('$JS.ACK.hub.ABCDEF.MELDINGER.epj.2.700.9.1767225600123456789.5.r4nd')).toEqual(known)
  })

  it('is not read from anything else', () => {
    expect(readDelivery('_INBOX.abc.def')).toBeUndefined()
  })
})

describe('a header', () => {
  const block = 'NATS/1.0\r\nMsgId: m1\r\nreason:no space: T02\r\n\r\n'

  it('is found by its whole name, with or without a space before its value', () => {
    expect([findHeader(block, 'MsgId'), findHeader(block, 'reason')]).toEqual(['m1', 'no space: T02'])
  })

  it('is missing where only a part of the name stands', () => {
    expect(findHeader(block, 'sgId')).toBeUndefined()
  })

  it('keeps nothing of its block in memory but itself', () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const heldBy = (kept: readonly unknown[]) => {
      collect()
      return process.memoryUsage().heapUsed + 0 * kept.length
    }
    const kept: unknown[] = []
    const before = heldBy(kept)
    for (let each = 0; each < 500; each++) {
      const id = `MsgId: ${String(each).padStart(36, '0')}`
      // Written out, so that the block is one text.
      const text = Buffer.from(`NATS/1.0\r\n${id}\r\n${'x'.repeat(20_000)}\r\n\r\n`).toString()
      kept.push(findHeader(text, 'MsgId'))
    }
    expect(heldBy(kept) - before).toBeLessThan(1_000_000)
  })
})
