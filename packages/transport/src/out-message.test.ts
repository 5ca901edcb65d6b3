/** What may leave. */
import { describe, expect, it } from 'vitest'
import { checkOutMessage } from './out-message.ts'

const body = new Uint8Array()
const check =
  (subject: string, id = 'a', headers = {}) =>
  () =>
    checkOutMessage({ subject, id, headers, body })

describe('a message on its way out', () => {
  it.each(['melding.*', 'melding.>', 'melding.a b', 'melding..a', 'melding.ø', 'melding.a\r\nPUB x', ''])(
    'may not have the subject %j',
    (subject) => expect(check(subject)).toThrow('a subject is tokens')
  )

  it('may have HER-ids, codes and partitions in its subject', () => {
    expect(check('melding.8663-KP02.100001.100002.LOG_INNLAGT.07')).not.toThrow()
  })

  it('may not command the server', () => {
    expect(check('melding.a', 'a', { 'Nats-Rollup': 'all' })).toThrow('a header name')
  })

  it('may not smuggle a second header into an id or a value', () => {
    expect(check('melding.a', 'a\r\nNats-Rollup: all')).toThrow('one line')
    expect(check('melding.a', 'a', { reason: 'a\nb' })).toThrow('the header reason must be one line')
  })
})
