/** What is read of a message that came. */
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
})
