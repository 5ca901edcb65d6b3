/** Carries a change out: written down first, then put into the bucket, then said; begun again after a crash. */
import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { HerId, Party } from '@budstikka/meldinger'
import {
  type Effect,
  eventSubject,
  isProblem,
  partyEntry,
  type Problem,
  type RegisterReplica
} from '@budstikka/service'
import type { Bucket, Bus, OutMessage, Store } from '@budstikka/transport'
import { handle } from './handle.ts'
import { Endring, type PartyChange } from './party-change.ts'
import type { Endringer } from './state.ts'

export type ChangesOptions = {
  readonly bus: Bus
  readonly bucket: Bucket
  readonly store: Store
  readonly endringer: Endringer
  readonly register: RegisterReplica
  readonly signal: AbortSignal
}
/** Resolves when the party is changed for whoever watches the bucket; changes are carried out one by one. */
export type ChangeParty = (herId: HerId, change: PartyChange) => Promise<Party | Problem>

/** Our choice: how long the bucket may take to tell what was put into it. */
const seenTimeoutMs = 5_000
const pendingMax = 100

/** First carries out what an earlier run had written down and not finished. */
export async function openChanges(options: ChangesOptions): Promise<ChangeParty> {
  const { store, endringer, register } = options
  let waiting: { party: Party; seen: PromiseWithResolvers<void> } | undefined
  register.onChange(({ party }) => {
    if (waiting !== undefined && isDeepStrictEqual(party, waiting.party)) waiting.seen.resolve()
  })
  await carryOut(options)
  let previous: Promise<unknown> = Promise.resolve()
  return (herId, change) => {
    const next = previous.then(() => changeOne(herId, change))
    // A change that failed is told to whoever asked for it; the next one is another matter.
    previous = next.catch(() => undefined)
    return next
  }

  async function changeOne(herId: HerId, change: PartyChange): Promise<Party | Problem> {
    await carryOut(options)
    const effects = handle({ register, sequence: endringer.newest() }, herId, change)
    if (isProblem(effects)) return effects
    const party = effects.find((effect) => effect.type === 'save')?.state ?? register.party(herId)
    assert(party !== undefined, 'a change without effect is one of a known party')
    if (effects.length === 0) return party
    waiting = { party, seen: Promise.withResolvers() }
    store.transaction(() => effects.forEach(writeDown))
    await carryOut(options)
    await within(waiting.seen.promise, seenTimeoutMs)
    return party
  }

  function writeDown(effect: Effect<Party>): void {
    if (effect.type !== 'say') return
    const endring = Endring.parse(effect.data)
    endringer.add(endring)
    store.outbox.add(messageOf(endring))
  }
}

/** Everything that is written down and not yet told. */
async function carryOut({ bus, bucket, store, signal }: ChangesOptions): Promise<void> {
  for (;;) {
    const rows = store.outbox.pending(pendingMax)
    const last = rows.at(-1)
    if (last === undefined) return
    for (const { message } of rows) {
      const { party } = Endring.parse(JSON.parse(new TextDecoder().decode(message.body)))
      await bucket.put(...partyEntry(party))
    }
    await bus.publish(
      rows.map(({ message }) => message),
      signal
    )
    store.transaction(() => store.outbox.markPublished(last.number))
  }
}

function messageOf(endring: Endring): OutMessage {
  const text = JSON.stringify(endring)
  // The number alone would be used again by a register that begins anew on an old stream.
  const id = `part-endret.${endring.sequence}.${hash('sha256', text).slice(0, 16)}`
  return { subject: eventSubject('part-endret', endring.herId), id, headers: {}, body: new TextEncoder().encode(text) }
}

async function within(promise: Promise<void>, timeoutMs: number): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(new Error(`the bucket did not tell of a change within ${timeoutMs} ms`)),
    timeoutMs
  )
  await Promise.race([promise, late.promise]).finally(() => clearTimeout(timer))
}
