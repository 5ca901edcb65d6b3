/** Which NATS servers are taken. */
import { describe, expect, it } from 'vitest'
import { checkVersion } from './connect.ts'

describe('the version of the server', () => {
  it('before 2.10 is refused', () => {
    expect(() => checkVersion('2.9.10', 'bulk')).toThrow('the NATS server is 2.9.10, expected 2.10 or newer')
  })

  it('before 2.11 is warned of', () => {
    expect(checkVersion('2.10.27', 'durable')).toEqual([expect.stringContaining('2.10.27')])
  })

  it('from 2.11 on is taken as it is', () => {
    expect([...checkVersion('2.11.0', 'bulk'), ...checkVersion('2.15.1', 'durable')]).toEqual([])
  })
})
