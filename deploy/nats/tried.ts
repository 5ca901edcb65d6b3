/** What every user tries at the closed exchange: each call of the server's, and subjects of every kind. */
import { buckets, users } from '@budstikka/cli'

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
    ...consumers.flatMap((consumer) => [
      ...consumerCalls.map((call) => `CONSUMER.${call}.${stream}.${consumer}`),
      `CONSUMER.CREATE.${stream}.${consumer}.melding.>`
    ])
  ]),
  ...buckets.map((bucket) => `DIRECT.GET.KV_${bucket}.$KV.${bucket}.17`)
].map((call) => `$JS.API.${call}`)

/** To publish. */
export const subjects = [
  ...calls,
  ...streams.flatMap((stream) => consumers.map((consumer) => `$JS.ACK.${stream}.${consumer}.1.1.1.1.0`)),
  'melding.8663-KP02.1.2.LOG_INNLAGT.07',
  'melding.8663-KP02.1.2.LOG_INNLAGT',
  'melding.x',
  'melding.pakke.8663-KP02.2',
  'other',
  ...events.map((event) => `event.${event}.1`),
  ...buckets.map((bucket) => `$KV.${bucket}.17`),
  ...names.flatMap((name) => [
    `dead.${name}`,
    `oppslag.${name}.status`,
    `_INBOX_${name}.x`,
    `$SRV.PING.${name}`,
    `$SRV.STATS.${name}.x`
  ]),
  ...streams.map((stream) => `$JS.FC.${stream}.x.y`),
  // A server stores the subject that it is given, so these too are subjects of one message.
  'melding.a.b.c.d.*',
  'melding.a.b.c.d.>',
  'melding.*.*.*.*.*',
  'melding.pakke.*.*',
  'melding.pakke.a.>',
  'melding.>',
  ...events.flatMap((event) => [`event.${event}.*`, `event.${event}.>`]),
  ...buckets.flatMap((bucket) => [`$KV.${bucket}.*`, `$KV.${bucket}.>`]),
  'event.>',
  'event.*.1',
  'dead.*',
  'dead.>',
  'oppslag.>',
  'oppslag.*.status',
  '$JS.FC.>',
  '$JS.ACK.>',
  '$KV.>',
  '>',
  ...['8658-1', '8658-2', '8659-7', '8663-KP02'].map((tjeneste) => `oppslag.${tjeneste}.status`),
  'oppslag.e-resept.gyldige',
  'oppslag.e-resept.gyldige.x',
  '_INBOX.x',
  '$SRV.PING',
  '$SRV.STATS',
  '$SYS.REQ.SERVER.PING',
  '$SYS.REQ.ACCOUNT.PING'
]

export const subscriptions = [
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
