/** Where a service can have the server publish for it: rights are of subjects, and a consumer's deliver subject stands in a body. */
import { users } from '@budstikka/cli'
import { startNats } from '@budstikka/testing'
import { connectJetStream, createNkey, rightsOf, usersConfig } from '@budstikka/transport'
import { connect, type NatsConnection, nkeyAuthenticator } from '@nats-io/transport-node'
import { describe, expect, it } from 'vitest'

const keys = users.map((needs) => ({ needs, ...createNkey() }))
const seedOf = (name: string) => keys.find(({ needs }) => needs.name === name)?.seed ?? ''
const event = 'event.dodsfall.1'

async function closedExchange() {
  const signed = keys.map(({ needs, publicKey }) => ({ nkey: publicKey, rights: rightsOf(needs, users) }))
  const nats = await startNats({ users: usersConfig(signed) })
  const bus = await connectJetStream({
    servers: nats.url,
    name: 'streams',
    nkeySeed: seedOf('streams'),
    profile: 'bulk'
  })
  await bus[Symbol.asyncDispose]()
  return nats
}

const signIn = (servers: string, name: string) =>
  connect({
    servers,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(seedOf(name))),
    inboxPrefix: `_INBOX_${name}`
  })

/** Makes the durable of epj's events a push consumer, sends an event, and answers how many the server has delivered. */
async function pushTo(epj: NatsConnection, deliver_subject: string): Promise<number> {
  const config = { durable_name: 'epj-events', ack_policy: 'none', deliver_policy: 'all', filter_subject: event }
  const body = { stream_name: 'EVENTS', config: { ...config, deliver_subject } }
  const made = await epj.request('$JS.API.CONSUMER.DURABLE.CREATE.EVENTS.epj-events', JSON.stringify(body))
  expect(made.json()).toHaveProperty('config.deliver_subject', deliver_subject)
  for (let at = 0; at < 5; at++) await epj.request(event, 'x')
  const info = await epj.request('$JS.API.CONSUMER.INFO.EVENTS.epj-events')
  return info.json<{ delivered: { consumer_seq: number } }>().delivered.consumer_seq
}

describe('a service that makes its durable a push consumer', () => {
  it.each(['_INBOX_cli.x', 'melding.8663-KP02.1.2.LOG_INNLAGT.07', 'dead.apotek', '$KV.ADRESSEREGISTER.17'])(
    'reaches nothing at %s, where only a pattern is subscribed to',
    async (subject) => {
      await using nats = await closedExchange()
      const cli = await signIn(nats.url, 'cli')
      cli.subscribe('_INBOX_cli.>', { callback: () => undefined })
      await cli.flush()
      const epj = await signIn(nats.url, 'epj')
      expect(await pushTo(epj, subject)).toBe(0)
      const meldinger = await epj.request('$JS.API.STREAM.INFO.MELDINGER')
      expect(meldinger.json()).toHaveProperty('state.messages', 0)
      await Promise.all([epj.close(), cli.close()])
    }
  )

  // Known, and said in rights.ts: the server's rights cannot see into a body.
  it.each([
    ['cli', '_INBOX_cli.x'],
    ['apotek', 'oppslag.apotek.status'],
    ['apotek', '$SRV.PING.apotek']
  ])('reaches %s at %s, when it subscribes to just that', async (name, subject) => {
    await using nats = await closedExchange()
    const other = await signIn(nats.url, name)
    const came = new Promise<string>((resolve) => {
      other.subscribe(subject, { callback: (_error, message) => resolve(message.string()) })
    })
    await other.flush()
    const epj = await signIn(nats.url, 'epj')
    await pushTo(epj, subject)
    expect(await came).toBe('x')
    await Promise.all([epj.close(), other.close()])
  })
})
