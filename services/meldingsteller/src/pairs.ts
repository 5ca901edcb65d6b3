/** Which pairs of sender and receiver get series of their own: the first so many, whatever comes in. */
import type { FlowRow } from '@budstikka/landscape'

export type Pairs = ReturnType<typeof openPairs>
export type PairSeries = {
  readonly sender: string
  readonly receiver: string
  readonly type: string
  readonly sendings: number
}

/** `rows` in order of first appearance: so the same pairs have a name after a restart. */
export function openPairs(pairsMax: number, rows: Iterable<FlowRow>) {
  const named = new Map<string, Map<string, number>>()
  const others = new Map<string, number>()
  let overflow = 0

  const add = (sender: string, receiver: string, type: string, sendings: number) => {
    const pair = `${sender}.${receiver}`
    let types = named.get(pair)
    if (types === undefined && named.size < pairsMax) {
      types = new Map()
      named.set(pair, types)
    }
    if (types === undefined) overflow += sendings
    const counts = types ?? others
    counts.set(type, (counts.get(type) ?? 0) + sendings)
  }
  for (const { sender, receiver, type, sendings } of rows) add(sender, receiver, type, sendings)

  return {
    add,
    /** Sendings of pairs without a series of their own. */
    overflow: () => overflow,
    *series(): Generator<PairSeries> {
      for (const [pair, types] of named) {
        const dot = pair.indexOf('.')
        const sender = pair.slice(0, dot)
        const receiver = pair.slice(dot + 1)
        for (const [type, sendings] of types) yield { sender, receiver, type, sendings }
      }
      for (const [type, sendings] of others) yield { sender: 'other', receiver: 'other', type, sendings }
    }
  }
}
