/** Which pairs of sender and receiver get series of their own: the first so many, whatever comes in. */
import type { FlowRow } from '@budstikka/landscape'
import { closedSet, typesMax } from './closed-set.ts'

export type Pairs = ReturnType<typeof openPairs>
export type PairSeries = {
  readonly sender: string
  readonly receiver: string
  readonly type: string
  readonly sendings: number
}

/** Series are this many times the pairs at most: a pair uses a handful of types (our choice). */
const seriesPerPair = 8

/** `rows` in order of first appearance: so the same pairs have a name after a restart. */
export function openPairs(pairsMax: number, rows: Iterable<FlowRow>) {
  const named = new Map<string, Map<string, number>>()
  const others = new Map<string, number>()
  const otherType = closedSet(typesMax)
  let seriesLeft = pairsMax * seriesPerPair
  let overflow = 0

  const add = (sender: string, receiver: string, type: string, sendings: number) => {
    const types = typesOf(`${sender}.${receiver}`)
    if (types !== undefined && (types.has(type) || seriesLeft-- > 0)) return increase(types, type, sendings)
    overflow += sendings
    increase(others, otherType(type), sendings)
  }
  for (const { sender, receiver, type, sendings } of rows) add(sender, receiver, type, sendings)

  return {
    add,
    /** Sendings without a series of their own. */
    overflow: () => overflow,
    *series(): Generator<PairSeries> {
      for (const [pair, types] of named) {
        const dot = pair.indexOf('.')
        const sender = pair.slice(0, dot)
        const receiver = pair.slice(dot + 1)
        for (const [type, sendings] of types) yield { sender, receiver, type, sendings }
      }
      for (const [type, sendings] of others) yield { sender: 'other', receiver: 'other', type, sendings }
    },
    /** HER-ids that have a series. */
    parties: (): ReadonlySet<string> => new Set([...named.keys()].flatMap((pair) => pair.split('.')))
  }

  function typesOf(pair: string): Map<string, number> | undefined {
    const known = named.get(pair)
    if (known !== undefined || named.size >= pairsMax) return known
    const types = new Map<string, number>()
    named.set(pair, types)
    return types
  }
}

const increase = (counts: Map<string, number>, key: string, by: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + by)
