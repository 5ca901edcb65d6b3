/** The real adapters of a service: JetStream by the servers of its environment, SQLite in its data folder. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Bus, connectJetStream, openSqliteStore, type Store } from '@budstikka/transport'
import type { ServiceConfig } from './config.ts'

/** Throws when the servers cannot be reached for good, or when another process has the store. */
export async function openPorts(
  service: string,
  { NATS_SERVERS, DATA_DIR, PROFILE, REPLICA, REPLICAS }: ServiceConfig
): Promise<{ bus: Bus; store: Store } & AsyncDisposable> {
  const name = REPLICAS === 1 ? service : `${service}-${REPLICA}`
  mkdirSync(DATA_DIR, { recursive: true })
  const bus = await connectJetStream({ servers: NATS_SERVERS, name, profile: PROFILE })
  const store = openSqliteStore(join(DATA_DIR, `${name}.sqlite`), { profile: PROFILE })
  return {
    bus,
    store,
    async [Symbol.asyncDispose]() {
      await bus[Symbol.asyncDispose]()
      store[Symbol.dispose]()
    }
  }
}
