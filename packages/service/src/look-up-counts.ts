/** Look-ups counted by register and by who asked: those that were answered here, and those that a caller answered from its own copy. */
import type { Store } from '@budstikka/transport'
import { z } from 'zod'
import { openTally } from './tally.ts'

/** What a caller has looked up in its own copy since it last told; told again under the same id, it counts once. */
export const Brukt = z.strictObject({
  id: z.string().min(1).max(64),
  register: z.string().regex(/^[a-z]{1,20}$/),
  antall: z.int().nonnegative().max(1e12)
})
export type Brukt = z.infer<typeof Brukt>

/** By `<register>.<from>`: over the exchange, and from a copy. */
export const LookUpTall = z.object({
  spurt: z.record(z.string(), z.number()),
  kopi: z.record(z.string(), z.number())
})
export type LookUpTall = z.infer<typeof LookUpTall>

export type LookUpCounts = Disposable & {
  /** A question of `from` has come. It is counted at once and written down soon; one with an id is written at once, and once in 90 days. */
  count(register: string, from: string, id?: string): void
  /** Throws nothing: the same again changes nothing. */
  use(from: string, brukt: Brukt): void
  all(): LookUpTall
}

/** As long as an inbox remembers, but in real time: the registers hear no clock. Our choice, as is how often they forget. */
const rememberMs = 90 * 24 * 60 * 60 * 1000
const forgetEveryMs = 60 * 60 * 1000
/** Our choice: a crash may lose what was asked within so long. */
const writeEveryMs = 1_000
/** HER-ids and names of ours, and none that is longer. */
const callersMax = 50_000

/** Disposing of it writes down what is counted. `now`: real time, milliseconds since 1970. */
export function openLookUpCounts(store: Store, now: () => number = Date.now): LookUpCounts {
  const [spurt, kopi] = [openTally(store, 'oppslag_spurt'), openTally(store, 'oppslag_kopi')]
  const ids = store.table('oppslag_id')
  const unwritten = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined
  let forgottenAt = 0
  const nameOf = (register: string, from: string) => `${register}.${from}`
  return {
    count(register, from, id) {
      const what = nameOf(register, from)
      if (id !== undefined) return store.transaction(() => void (isNew(id) && spurt.change(what)))
      unwritten.set(what, (unwritten.get(what) ?? 0) + 1)
      if (unwritten.size > callersMax) write()
      timer ??= setTimeout(write, writeEveryMs).unref()
    },
    use: (from, { id, register, antall }) =>
      store.transaction(() => void (isNew(id) && kopi.change(nameOf(register, from), antall))),
    all() {
      write()
      return { spurt: spurt.all(), kopi: kopi.all() }
    },
    [Symbol.dispose]: write
  }

  function isNew(id: string): boolean {
    const at = now()
    if (at - forgottenAt >= forgetEveryMs) {
      ids.deleteBefore(at - rememberMs)
      forgottenAt = at
    }
    return ids.add(id, '', at)
  }

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    if (unwritten.size === 0) return
    store.transaction(() => unwritten.forEach((count, what) => spurt.change(what, count)))
    unwritten.clear()
  }
}
