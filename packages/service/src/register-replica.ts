/** Every service's own copy of Adresseregisteret: a change is seen within a second, and a look-up costs no hop. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Party, Register } from '@budstikka/meldinger'
import type { Bucket, Bus } from '@budstikka/transport'
import { partiesOf } from './register-entries.ts'
import { createRegister, type RegisterIndex } from './register-index.ts'

/** Bucket of the parties; how they stand there: see register-entries.ts. */
export const registerBucket = 'ADRESSEREGISTER'

export type PartyChange = {
  readonly herId: string
  /** Undefined when it is gone. */ readonly party: Party | undefined
}

export type RegisterReplica = Register & {
  /** False while the copy may be behind: the connection is lost, or the watch has not caught up. */
  readonly isCurrent: boolean
  readonly size: number
  /** All parties in order of HER-id, closed ones too. */
  all(): readonly Party[]
  /** Told of every change after the copy was first current. */
  onChange(listener: (change: PartyChange) => void): void
}

/** Our choice. */
const retryMs = 500

/**
 * Resolves when the copy holds all that stands in the bucket, which may be nothing; follows it until `signal` aborts.
 * Rejects when the bucket cannot be watched at first; a watch that breaks later is begun again.
 */
export async function openRegister(bus: Bus, signal: AbortSignal): Promise<RegisterReplica> {
  const bucket = await bus.bucket(registerBucket)
  const index = createRegister()
  const listeners: ((change: PartyChange) => void)[] = []
  const state = { isCurrent: false, isConnected: true }
  bus.onConnection((isConnected) => (state.isConnected = isConnected))
  const first = Promise.withResolvers<void>()
  void follow()
  await first.promise
  return {
    party: index.party,
    find: index.find,
    all: index.all,
    get size() {
      return index.size
    },
    get isCurrent() {
      return state.isCurrent && state.isConnected
    },
    onChange: (listener) => void listeners.push(listener)
  }

  async function follow(): Promise<void> {
    let wasCurrent = false
    while (!signal.aborted) {
      try {
        await watch(bucket, index, signal, (change) => {
          if (change !== 'isCurrent') return wasCurrent ? listeners.forEach((listener) => listener(change)) : undefined
          state.isCurrent = wasCurrent = true
          first.resolve()
        })
      } catch (error) {
        if (!wasCurrent)
          return first.reject(new Error(`the bucket ${registerBucket} cannot be watched`, { cause: error }))
      }
      state.isCurrent = false
      await wait(retryMs, undefined, { signal }).catch(() => undefined)
    }
    first.reject(new Error('stopped before the register was current', { cause: signal.reason }))
  }
}

async function watch(
  bucket: Bucket,
  index: RegisterIndex,
  signal: AbortSignal,
  tell: (change: PartyChange | 'isCurrent') => void
): Promise<void> {
  const standing = new Set<string>()
  let isCurrent = false
  for await (const change of bucket.watch(signal)) {
    if (change.type === 'isCurrent') {
      // Deleted while an earlier watch was broken.
      for (const { herId } of index.all()) if (!standing.has(herId)) forget(herId)
      standing.clear()
      isCurrent = true
      tell('isCurrent')
    } else if (change.type === 'delete') {
      forget(change.key)
    } else {
      for (const party of partiesOf(change.value)) {
        index.put(party)
        if (!isCurrent) standing.add(party.herId)
        tell({ herId: party.herId, party })
      }
    }
  }

  function forget(herId: string) {
    index.delete(herId)
    tell({ herId, party: undefined })
  }
}
