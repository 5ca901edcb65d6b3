/** The closed exchange: every user against every subject and every call, on a real server. */
import { users } from '@budstikka/cli'
import { startNats, type TestNats } from '@budstikka/testing'
import { createNkey, rightsOf, usersConfig } from '@budstikka/transport'
import { connect, nkeyAuthenticator, PermissionViolationError } from '@nats-io/transport-node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subjects, subscriptions } from './tried.ts'

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
/**
 * Known: a `*` in a right is any token, so a literal `*` or `>` in its place is taken, and stored under that name; no right can tell it
 * from another token. It goes no further than the right does.
 */
const anyMelding = /^melding\.(a\.b\.c\.d\.[*>]|\*\.\*\.\*\.\*\.\*)$/
const anyPakke = /^melding\.pakke\.(\*\.\*|a\.>)$/
const anyOf = (events: string) => new RegExp(`^event\\.(${events})\\.[*>]$`)
const anyKey = (bucket: string) => new RegExp(`^\\$KV\\.${bucket}\\.[*>]$`)

const taking = (name: string, says: string) => [
  readsBucket('ADRESSEREGISTER'),
  ownConsumer(`MELDINGER\\.${name}`),
  ownConsumer(`EVENTS\\.${name}-events`),
  new RegExp(`^(melding\\.8663-KP02\\.1\\.2\\.LOG_INNLAGT\\.07|dead\\.${name}|event\\.(${says})\\.1)$`),
  /^melding\.pakke\.8663-KP02\.2$/,
  anyMelding,
  anyPakke,
  anyOf(says),
  answers
]
const answers = /^_INBOX_(cli|load|nats-eksport)\.x$/
const answersRegistre = /^_INBOX_registre\.x$/
const answersDodsmelding = /^_INBOX_dodsmelding\.x$/
const journal = 'dodsfall|kvittering-mangler|melding-avvist|kommune-varslet'
const asks = /^oppslag\.(?!(8663-KP02|cli|load|nats-eksport|streams|stranger)\.)[a-z0-9-]+\.status$/
const asksEresept = /^oppslag\.e-resept\.gyldige(\.x)?$/

const mayPublish: Readonly<Record<string, readonly RegExp[]>> = {
  adresseregister: [
    readsBucket('ADRESSEREGISTER'),
    /^\$KV\.ADRESSEREGISTER\.17$/,
    /^event\.part-endret\.1$/,
    anyKey('ADRESSEREGISTER'),
    anyOf('part-endret'),
    answers
  ],
  epj: [...taking('epj', journal), /^oppslag\.8658-1\.status$/],
  'pleie-omsorg': taking('pleie-omsorg', journal),
  apotek: [...taking('apotek', journal), /^oppslag\.8658-1\.status$/],
  'e-resept': [
    ...taking('e-resept', 'kvittering-mangler|melding-avvist'),
    /^_INBOX_(epj|apotek|kjernejournal)\.x$/,
    answersRegistre
  ],
  kjernejournal: [
    ...taking('kjernejournal', 'personvern|varsel'),
    answersRegistre,
    /^oppslag\.(e-resept\.gyldige|8659-7\.status)$/
  ],
  grunndata: [/^event\.dodsfall\.1$/, anyOf('dodsfall'), answers, answersDodsmelding],
  registre: [
    ...taking('registre', 'kvittering-mangler|melding-avvist'),
    answersDodsmelding,
    /^_INBOX_kjernejournal\.x$/,
    /^oppslag\.(e-resept|8658-2)\.status$/,
    asksEresept
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
    anyMelding,
    asks,
    asksEresept
  ],
  load: [
    readsBucket('avspillinger'),
    /^\$KV\.avspillinger\.17$/,
    /^event\.(hendelse|klokke)\.1$/,
    anyKey('avspillinger'),
    anyOf('hendelse|klokke'),
    asks,
    asksEresept
  ],
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
