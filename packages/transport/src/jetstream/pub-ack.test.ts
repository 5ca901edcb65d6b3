/** What the server's answers to a publish mean. */
import type { Msg } from '@nats-io/transport-node'
import { describe, expect, it } from 'vitest'
import { type PubAnswer, readPubAck } from './pub-ack.ts'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the text is all that is read of an answer
const read = (text: string): PubAnswer => readPubAck({ string: () => text } as Msg)
const error = (code: number, errCode: number) =>
  read(JSON.stringify({ error: { code, err_code: errCode, description: 'why' }, stream: 'MELDINGER', seq: 0 }))

describe('the answer to a publish', () => {
  it('with a sequence means that the message is stored', () => {
    expect(read('{"stream":"MELDINGER", "seq":12}')).toBe('stored')
    expect(read('{"stream":"MELDINGER","domain":"hub", "seq":12}')).toBe('stored')
  })

  it('as a duplicate with a sequence means that it stood before', () => {
    expect(read('{"stream":"MELDINGER", "seq":12,"duplicate": true}')).toBe('stored')
  })

  it('with the sequence 0 is no acknowledgement, even as a duplicate', () => {
    expect(read('{"stream":"MELDINGER", "seq":0,"duplicate": true}')).toBe('retry')
  })

  it.each([10077, 10047, 10023])('%i means that there is no room', (code) => {
    expect(error(503, code)).toBe('full')
  })

  it.each([
    ['nobody listening', ''],
    ['not JSON', 'x']
  ])('that is %s is no definite answer', (_name, text) => {
    expect(read(text)).toBe('retry')
  })

  it('that the same id is being stored is no definite answer', () => {
    expect(error(409, 10158)).toBe('retry')
  })

  it('that the message is wrong is for good', () => {
    expect(error(400, 10054)).toEqual({ refused: '10054 why' })
  })
})
