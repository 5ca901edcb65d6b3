/** The real adapters of a service: JetStream by the servers of its environment, SQLite in its data folder. */
import { type Bus, connectJetStream, inboxPrefixOf, type Store } from '@budstikka/transport'
import type { ServiceConfig } from './config.ts'
import { natsCredentials } from './nats-credentials.ts'
import { openOwnStore, replicaName } from './own-store.ts'

// Our choice: a year goes faster packed; what stands for production sends each melding as its own message.
const packMaxBy = { bulk: 64, durable: 1 } as const

/**
 * Throws when the servers cannot be reached for good, when another process has the store, and when the data folder belongs to
 * another number of replicas.
 */
export async function openPorts(
  service: string,
  config: ServiceConfig
): Promise<{ bus: Bus; store: Store } & AsyncDisposable> {
  using opening = new DisposableStack()
  const store = opening.use(openOwnStore(service, config))
  const { NATS_SERVERS: servers, PROFILE: profile, PACK_MAX: packMax = packMaxBy[profile] } = config
  const bus = await connectJetStream({
    servers,
    name: replicaName(service, config),
    profile,
    packMax,
    // Replicas are one user.
    inboxPrefix: inboxPrefixOf(service),
    ...natsCredentials(config)
  })
  const open = opening.move()
  return {
    bus,
    store,
    async [Symbol.asyncDispose]() {
      await bus[Symbol.asyncDispose]()
      open.dispose()
    }
  }
}
