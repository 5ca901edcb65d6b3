/** The SQLite file of one replica of a service, and the refusal of a data folder that was divided otherwise. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteStore, type Store } from '@budstikka/transport'
import type { ServiceConfig } from './config.ts'

type Share = Pick<ServiceConfig, 'DATA_DIR' | 'PROFILE' | 'REPLICA' | 'REPLICAS'>

/** The service's name, with the replica's number where there are several: of its file and of its connection. */
export const replicaName = (service: string, { REPLICA, REPLICAS }: Pick<Share, 'REPLICA' | 'REPLICAS'>) =>
  REPLICAS === 1 ? service : `${service}-${REPLICA}`

/**
 * Throws when the folder was written with another number of replicas. Each partition would then be another replica's, whose inbox
 * has not seen what was answered: everything that still stands in the stream would be heard, and answered, again.
 */
export function openOwnStore(service: string, share: Share): Store {
  const { DATA_DIR, PROFILE, REPLICAS } = share
  mkdirSync(DATA_DIR, { recursive: true })
  refuseNeighbours(service, share)
  const store = openSqliteStore(join(DATA_DIR, `${replicaName(service, share)}.sqlite`), { profile: PROFILE })
  const table = store.table('replicas')
  const before = table.get('of')
  if (before === String(REPLICAS)) return store
  if (before !== undefined) {
    store[Symbol.dispose]()
    throw otherShare(service, share, `REPLICAS=${before}`)
  }
  store.transaction(() => table.put('of', String(REPLICAS), 0))
  return store
}

/** Files that only another number of replicas can have written. */
function refuseNeighbours(service: string, share: Share): void {
  for (const file of readdirSync(share.DATA_DIR)) {
    if (!file.startsWith(service)) continue
    const [, number] = /^(?:-(\d+))?\.sqlite$/.exec(file.slice(service.length)) ?? [undefined, 'other']
    if (number === 'other') continue
    const isOurs = number === undefined ? share.REPLICAS === 1 : Number(number) < share.REPLICAS && share.REPLICAS > 1
    if (!isOurs) throw otherShare(service, share, `another number of replicas (${file})`)
  }
}

function otherShare(service: string, { DATA_DIR, REPLICAS }: Share, before: string): Error {
  return new Error(
    `${DATA_DIR} holds ${service} with ${before}, asked for was REPLICAS=${REPLICAS}. Go on with the number that it has; ` +
      'to change it, begin anew with an empty DATA_DIR and an empty NATS store.'
  )
}
