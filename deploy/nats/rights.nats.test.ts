/** The closed exchange: every user against every subject and every call, on a real server. */
import { buckets, users } from '@budstikka/cli'
import { startNats, type TestNats } from '@budstikka/testing'
import { createNkey, rightsOf, usersConfig } from '@budstikka/transport'
import { connect, nkeyAuthenticator, PermissionViolationError } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const streams = ['MELDINGER', 'EVENTS', 'DEAD', ...buckets.map((bucket) => `KV_${bucket}`), 'OTHER']
const names = [...users.map(({ name }) => name), 'stranger']
const consumers = [...users.flatMap(({ durables = {} }) => Object.values(durables).flat()), 'tail-x']
const events = [
  'hendelse',
  'klokke',
  'part-endret',
  'dodsfall',
  'kvittering-mangler',
  'melding-avvist',
  'kommune-varslet',
  'personvern',
  'varsel'
]
const streamCalls = ['CREATE', 'UPDATE', 'DELETE', 'PURGE', 'INFO', 'MSG.GET', 'MSG.DELETE', 'SNAPSHOT', 'RESTORE']
const consumerCalls = [
  'CREATE',
  'DURABLE.CREATE',
  'DELETE',
  'INFO',
  'MSG.NEXT',
  'RESET',
  'PAUSE',
  'UNPIN',
  'LEADER.STEPDOWN'
]

const calls = [
  'INFO',
  'ACCOUNT.PURGE.$G',
  'STREAM.LIST',
  'STREAM.NAMES',
  'SERVER.REMOVE',
  'META.LEADER.STEPDOWN',
  ...streams.flatMap((stream) => [
    ...[...streamCalls, 'PEER.REMOVE', 'LEADER.STEPDOWN'].map((call) => `STREAM.${call}.${stream}`),
    ...['CREATE', 'LIST', 'NAMES'].map((call) => `CONSUMER.${call}.${stream}`),
    `DIRECT.GET.${stream}`,
    ...consumers.flatMap((consumer) => consumerCalls.map((call) => `CONSUMER.${call}.${stream}.${consumer}`))
  ]),
  ...buckets.map((bucket) => `DIRECT.GET.KV_${bucket}.$KV.${bucket}.17`)
].map((call) => `$JS.API.${call}`)

const subjects = [
  ...calls,
  ...streams.flatMap((stream) => consumers.map((consumer) => `$JS.ACK.${stream}.${consumer}.1.1.1.1.0`)),
  'melding.8663-KP02.1.2.LOG_INNLAGT.07',
  'melding.8663-KP02.1.2.LOG_INNLAGT',
  'melding.x',
  'other',
  ...events.map((event) => `event.${event}.1`),
  ...buckets.map((bucket) => `$KV.${bucket}.17`),
  ...names.flatMap((name) => [`dead.${name}`, `oppslag.${name}.status`, `_INBOX_${name}.x`, `$SRV.PING.${name}`]),
  ...['8658-1', '8658-2', '8663-KP02'].map((tjeneste) => `oppslag.${tjeneste}.status`),
  '_INBOX.x',
  '$SRV.PING',
  '$SRV.STATS',
  '$SYS.REQ.SERVER.PING',
  '$SYS.REQ.ACCOUNT.PING'
]

const subscriptions = [
  '>',
  '*',
  '_INBOX.>',
  'melding.>',
  'event.>',
  'dead.>',
  'oppslag.>',
  '$JS.>',
  '$KV.>',
  '$SYS.>',
  '$SRV.>',
  '$SRV.PING',
  ...names.flatMap((name) => [
    `_INBOX_${name}.>`,
    `oppslag.${name}.status`,
    `$SRV.PING.${name}`,
    `$SRV.INFO.${name}.x`
  ]),
  ...subjects.filter((subject) => /^(melding|event|\$KV|\$JS\.ACK)/.test(subject))
]

/** What should work, said a second time and by hand. */
const always = /^\$JS\.API\.(INFO|STREAM\.INFO\.(MELDINGER|EVENTS|DEAD))$/
const readsBucket = (bucket: string) =>
  new RegExp(
    `^\\$JS\\.API\\.((STREAM\\.INFO|CONSUMER\\.CREATE)\\.KV_${bucket}|CONSUMER\\.(DELETE|MSG\\.NEXT)\\.KV_${bucket}\\.[^.]+|DIRECT\\.GET\\.KV_${bucket}\\.\\$KV\\.${bucket}\\.17)$`
  )
const readsStream = (stream: string) =>
  new RegExp(`^\\$JS\\.API\\.CONSUMER\\.(CREATE\\.${stream}|(DELETE|MSG\\.NEXT)\\.${stream}\\.[^.]+)$`)
const ownConsumer = (consumer: string) =>
  new RegExp(
    `^\\$JS\\.(API\\.CONSUMER\\.(INFO|DURABLE\\.CREATE|RESET|MSG\\.NEXT)\\.${consumer}|ACK\\.${consumer}\\..*)$`
  )
const taking = (name: string, says: string) => [
  readsBucket('ADRESSEREGISTER'),
  ownConsumer(`MELDINGER\\.${name}`),
  ownConsumer(`EVENTS\\.${name}-events`),
  new RegExp(`^(melding\\.8663-KP02\\.1\\.2\\.LOG_INNLAGT\\.07|dead\\.${name}|event\\.(${says})\\.1)$`),
  answers
]
const answers = /^_INBOX_(cli|load|nats-eksport)\.x$/
const answersRegistre = /^_INBOX_registre\.x$/
const answersDodsmelding = /^_INBOX_dodsmelding\.x$/
const journal = 'dodsfall|kvittering-mangler|melding-avvist|kommune-varslet'
const asks = /^oppslag\.(?!(8663-KP02|cli|load|nats-eksport|streams|stranger)\.)[a-z0-9-]+\.status$/

const mayPublish: Readonly<Record<string, readonly RegExp[]>> = {
  adresseregister: [readsBucket('ADRESSEREGISTER'), /^\$KV\.ADRESSEREGISTER\.17$/, /^event\.part-endret\.1$/, answers],
  epj: [...taking('epj', journal), /^oppslag\.8658-1\.status$/],
  'pleie-omsorg': taking('pleie-omsorg', journal),
  apotek: [...taking('apotek', journal), /^oppslag\.8658-1\.status$/],
  'e-resept': [...taking('e-resept', 'kvittering-mangler|melding-avvist'), /^_INBOX_(epj|apotek)\.x$/, answersRegistre],
  kjernejournal: [...taking('kjernejournal', 'personvern|varsel'), answersRegistre],
  grunndata: [/^event\.dodsfall\.1$/, answers, answersDodsmelding],
  registre: [
    ...taking('registre', 'kvittering-mangler|melding-avvist'),
    answersDodsmelding,
    /^oppslag\.(e-resept|8658-2)\.status$/
  ],
  dodsmelding: [answers],
  'nats-eksport': [/^\$SRV\.STATS$/],
  meldingsteller: [
    readsBucket('ADRESSEREGISTER'),
    readsBucket('avspillinger'),
    ownConsumer('MELDINGER\\.meldingsteller'),
    ownConsumer('DEAD\\.meldingsteller-dead'),
    /^\$JS\.API\.(STREAM\.PURGE|CONSUMER\.LIST)\.(MELDINGER|EVENTS)$/,
    readsStream('DEAD'),
    /^\$JS\.API\.STREAM\.MSG\.DELETE\.DEAD$/,
    answers
  ],
  cli: [
    readsBucket('ADRESSEREGISTER'),
    readsStream('MELDINGER'),
    readsStream('DEAD'),
    /^\$JS\.API\.STREAM\.MSG\.DELETE\.DEAD$/,
    /^melding\.8663-KP02\.1\.2\.LOG_INNLAGT\.07$/,
    asks
  ],
  load: [readsBucket('avspillinger'), /^\$KV\.avspillinger\.17$/, /^event\.(hendelse|klokke)\.1$/, asks],
  streams: [/^\$JS\.API\.STREAM\.(CREATE|UPDATE|INFO)\.[^.]+$/]
}

const services = Object.keys(mayPublish).filter((name) => !['cli', 'load', 'streams', 'nats-eksport'].includes(name))
const maySubscribe = (name: string) => [
  new RegExp(`^_INBOX_${name}\\.>$`),
  ...(services.includes(name)
    ? [new RegExp(`^(oppslag\\.${name}\\.status|\\$SRV\\.PING|\\$SRV\\.(PING\\.${name}|INFO\\.${name}\\.x))$`)]
    : [])
]

describe('the closed exchange', () => {
  const keys = users.map((needs) => ({ needs, ...createNkey() }))
  let nats: TestNats
  beforeAll(async () => {
    const signed = keys.map(({ needs, publicKey }) => ({ nkey: publicKey, rights: rightsOf(needs, users) }))
    nats = await startNats({ users: usersConfig(signed) })
  })
  afterAll(() => nats[Symbol.asyncDispose]())

  it('knows the users that this matrix knows', () => {
    expect(new Set(Object.keys(mayPublish))).toEqual(new Set(users.map(({ name }) => name)))
  })

  it.each(users.map(({ name }) => name))('lets %s do what it needs, and nothing else', async (name) => {
    const refused = await refusedTo(name)
    const isIn = (patterns: readonly RegExp[], subject: string) => patterns.some((pattern) => pattern.test(subject))
    expect(subjects.filter((subject) => !refused.publish.has(subject))).toEqual(
      subjects.filter((subject) => isIn([always, ...(mayPublish[name] ?? [])], subject))
    )
    const wanted = subscriptions.filter((subject) => isIn(maySubscribe(name), subject))
    expect(subscriptions.filter((subject) => !refused.subscription.has(subject))).toEqual(wanted)
  })

  it('lets nobody in who has no key, or another', async () => {
    const options = { servers: nats.url, maxReconnectAttempts: 0, reconnect: false }
    await expect(connect(options)).rejects.toThrow(/authorization/i)
    const authenticator = nkeyAuthenticator(new TextEncoder().encode(createNkey().seed))
    await expect(connect({ ...options, authenticator })).rejects.toThrow(/authorization/i)
  })

  /** Tries everything at once; the server has answered all of it when it answers the flush. */
  async function refusedTo(name: string) {
    const seed = keys.find(({ needs }) => needs.name === name)?.seed ?? ''
    const authenticator = nkeyAuthenticator(new TextEncoder().encode(seed))
    const connection = await connect({ servers: nats.url, authenticator, inboxPrefix: `_INBOX_${name}` })
    const refused = { publish: new Set<string>(), subscription: new Set<string>() }
    const watching = (async () => {
      for await (const status of connection.status())
        if (status.type === 'error' && status.error instanceof PermissionViolationError)
          refused[status.error.operation].add(status.error.subject)
    })()
    for (const subject of subjects) connection.publish(subject)
    for (const subject of subscriptions) connection.subscribe(subject, { callback: () => undefined })
    await connection.flush()
    await connection.close()
    await watching
    return refused
  }
})
