/** What was told, where each stands, and which of them each register has yet to answer. */
import type { Store } from '@budstikka/transport'
import { type Answer, handle, type Tilstand, venter } from './handle.ts'
import { type RegisterName, registerOf, type Told } from './told.ts'

export type Melding = { readonly id: string; readonly at: number; readonly told: Told; readonly tilstand: Tilstand }
export type Meldinger = ReturnType<typeof openMeldinger>

export function openMeldinger(store: Store) {
  const meldinger = store.table('meldinger')
  const waiting = (register: RegisterName) => store.table(`venter_${register}`)
  const positions = store.table('posisjoner')
  const find = (id: string): Melding | undefined => {
    const value = meldinger.get(id)
    // The rim: written below, from what a schema has read.
    return value === undefined ? undefined : (JSON.parse(value) as Melding)
  }
  return {
    find,
    /** The same again is the one that is known. */
    add: (id: string, told: Told, at: number): void =>
      store.transaction(() => {
        if (!meldinger.add(id, JSON.stringify({ id, at, told, tilstand: venter } satisfies Melding), at)) return
        waiting(registerOf(told)).add(id, '', at)
      }),
    /** The oldest that the register has not answered. */
    next(register: RegisterName): Melding | undefined {
      const [oldest] = waiting(register).between(0, Number.MAX_SAFE_INTEGER, 1)
      return oldest && find(oldest.key)
    },
    /** What a register has answered; an id that is not ours changes nothing. */
    answer: (id: string, answer: Answer): void => store.transaction(() => take(id, answer)),
    /** Decisions of the feed up to and with `position`. */
    decide: (decisions: readonly (readonly [id: string, answer: Answer])[], position: number): void =>
      store.transaction(() => {
        for (const [id, answer] of decisions) take(id, answer)
        positions.put('hendelser', String(position), 0)
      }),
    /** Sequence number of the feed's last decision that is known. */
    position: () => Number(positions.get('hendelser') ?? 0),
    waiting: (register: RegisterName) => waiting(register).count(),
    count: () => meldinger.count()
  }

  function take(id: string, answer: Answer): void {
    const melding = find(id)
    if (melding === undefined) return
    waiting(registerOf(melding.told)).delete(id)
    meldinger.put(id, JSON.stringify({ ...melding, tilstand: handle(melding.tilstand, answer) }), melding.at)
  }
}
