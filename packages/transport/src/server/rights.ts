/** What a user of the exchange may do there: lists of what is allowed, made from what it needs, and nothing else. */
// What the server's rights cannot say, as they are of subjects alone (deploy/nats tries both):
// - A `*` in a right is any token, a literal `*` or `>` too; such a message is stored under that name, within the right.
// - A consumer's deliver subject stands in the body of the call that makes it. Who may make one of its own (every service
//   with durables or a bucket) can have the server send what it reads to another's subject, though only where somebody
//   subscribes to just that subject: an endpoint such as `oppslag.apotek.status`, or an inbox whose random name it knows;
//   never into a stream, which subscribes to a pattern. The answer does not come back to it.
import type { StreamName } from '../bus.ts'

export type Needs = {
  /** Of the service, and of its inbox; nobody else may read what comes there. */
  readonly name: string
  /** Durables of its own, by stream. A consumer with several filters cannot be held to them: it may be made anew with others. */
  readonly durables?: Readonly<Partial<Record<StreamName, readonly string[]>>>
  /** Subjects that it publishes. */
  readonly publishes?: readonly string[]
  /** Buckets that it follows, and those that it fills. Their readers share one room: each reads all of a bucket. */
  readonly follows?: readonly string[]
  readonly fills?: readonly string[]
  /** What it answers: `oppslag.<token>.>`, its own name and the tjenester that it is. */
  readonly answers?: readonly string[]
  /** What it asks: `oppslag.<token>.>`, or of a `<token>.<question>` that alone. */
  readonly asks?: readonly string[]
  /** Asks all services how they do (`$SRV.STATS`). */
  readonly isWatcher?: boolean
  /** Streams that it deletes from what all have settled. */
  readonly trims?: readonly StreamName[]
  /** Streams that it may read as a whole, at any place: an operator. */
  readonly reads?: readonly StreamName[]
  /** Streams of which it deletes single messages. */
  readonly clears?: readonly StreamName[]
  /** Makes and changes streams and buckets. */
  readonly isMaker?: boolean
}

export type Rights = { readonly publish: readonly string[]; readonly subscribe: readonly string[] }

const streams: readonly StreamName[] = ['MELDINGER', 'EVENTS', 'DEAD']

export const inboxPrefixOf = (name: string) => `_INBOX_${name}`

/** `users`: everybody, since who answers must reach the inboxes of those who ask. */
export function rightsOf(needs: Needs, users: readonly Needs[]): Rights {
  const { name, durables = {}, publishes = [], follows = [], fills = [] } = needs
  const { answers = [], asks = [], trims = [], reads = [], clears = [] } = needs
  const isHeardBy = ({ asks: asked = [], isWatcher = false }: Needs) =>
    answers.some((token) => isWatcher || asked.some((one) => one === token || one.startsWith(`${token}.`)))
  const askers = users.filter(isHeardBy)
  const own = Object.entries(durables).flatMap(([stream, names]) => names.map((durable) => `${stream}.${durable}`))
  return {
    publish: [
      api('INFO'),
      ...streams.map((stream) => api(`STREAM.INFO.${stream}`)),
      ...publishes,
      ...own.flatMap((consumer) => [
        ...['INFO', 'DURABLE.CREATE', 'RESET', 'MSG.NEXT'].map((call) => api(`CONSUMER.${call}.${consumer}`)),
        `$JS.ACK.${consumer}.>`
      ]),
      ...[...reads, ...follows.map((bucket) => `KV_${bucket}`)].flatMap((stream) => [
        api(`CONSUMER.CREATE.${stream}`),
        ...['DELETE', 'MSG.NEXT'].map((call) => api(`CONSUMER.${call}.${stream}.*`))
      ]),
      ...follows.flatMap((bucket) => [api(`STREAM.INFO.KV_${bucket}`), api(`DIRECT.GET.KV_${bucket}.$KV.${bucket}.*`)]),
      ...fills.map((bucket) => `$KV.${bucket}.*`),
      ...trims.flatMap((stream) => [api(`STREAM.PURGE.${stream}`), api(`CONSUMER.LIST.${stream}`)]),
      ...clears.map((stream) => api(`STREAM.MSG.DELETE.${stream}`)),
      ...asks.map((asked) => (asked.includes('.') ? `oppslag.${asked}` : `oppslag.${asked}.>`)),
      ...(needs.isWatcher ? ['$SRV.STATS'] : []),
      ...askers.map((asker) => `${inboxPrefixOf(asker.name)}.>`),
      ...(needs.isMaker ? ['CREATE', 'UPDATE', 'INFO'].map((call) => api(`STREAM.${call}.*`)) : [])
    ],
    subscribe: [
      `${inboxPrefixOf(name)}.>`,
      // Spelled out: where `$SRV.*` is allowed, the server lets `$SRV.>` be subscribed to as well.
      ...answers.map((token) => `oppslag.${token}.>`),
      ...(answers.length > 0
        ? ['PING', 'INFO', 'STATS'].flatMap((verb) => [
            `$SRV.${verb}`,
            `$SRV.${verb}.${name}`,
            `$SRV.${verb}.${name}.*`
          ])
        : [])
    ]
  }
}

const api = (call: string) => `$JS.API.${call}`

/** For the server's configuration: one nkey a user. */
export function usersConfig(users: readonly { readonly nkey: string; readonly rights: Rights }[]): string {
  const list = (subjects: readonly string[]) => JSON.stringify(subjects)
  const lines = users.map(
    ({ nkey, rights }) =>
      `  { nkey: ${nkey}, permissions: { publish: { allow: ${list(rights.publish)} }, subscribe: { allow: ${list(rights.subscribe)} } } }`
  )
  return `authorization { users: [\n${lines.join('\n')}\n] }\n`
}
