/** Three NATS nodes: the leader is killed with -9 and all are restarted in turn under load; nothing is lost, no gap is over 10 s. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Bus } from '@budstikka/transport'
import { type Cluster, standing, startCluster, untilWhole } from './cluster/nodes.ts'
import { answer, bounded, readOptions, type Row, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import { pacedBy } from './measure/stages.ts'
import { firstAt, rateLine } from './measure/watch.ts'
import { carePlan, runWorld } from './measure/world-run.ts'

const profile = 'durable'
/** The exchange runs undisturbed for so long at first. */
const calmShare = 0.15

const options = readOptions(
  'A paced year on three nodes, in profile durable, with the leader killed and a rolling restart.',
  {
    rate: [95, 'meldinger a second'],
    seconds: [60, 'of load'],
    gap: [10, 'seconds without a new melding on the exchange, at most'],
    floor: [1_000, 'meldinger in the floor']
  }
)
if (options) await claim(options)

type Happened = { readonly what: string; readonly at: number }

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const stages = [{ perSecond: read('rate'), seconds: read('seconds') }]
  const signal = bounded(3 + read('seconds') / 20)
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-cluster-'))
  const happened: Happened[] = []
  const upset = Promise.withResolvers<void>()
  try {
    const { NATS_SERVER: program = 'nats-server' } = process.env
    await using cluster = await startCluster(dataDir, profile, program)
    const plan = carePlan(read('rate') * read('seconds'))
    const run = await runWorld({
      plan,
      profile,
      speed: pacedBy(stages, plan),
      partitions: 64,
      servers: cluster.servers,
      signal,
      onStart: (_world, bus) => void disturb(cluster, bus).then(upset.resolve, upset.reject)
    })
    await upset.promise
    const { sent, lost, duplicated } = run.report.books
    const gap = longestGap(run.receipted.map(({ seenAt }) => seenAt))
    say('now the floor, on a node alone')
    const floor = await floorRound({ profile, meldinger: read('floor'), bytes: run.meanBytes })
    const isHeld = run.isExact && lost === 0 && duplicated === 0 && gap <= read('gap')
    const rows: Row[] = [
      ['sent, lost, duplicated', sent, lost, duplicated],
      ['longest time without a new melding, s', gap],
      ['meldinger/s', run.perSecond],
      ['floor on one node at full speed, meldinger/s', floor.perSecond],
      ...happened.map(({ what, at }): Row => [what, `${((at - firstAt(run.samples)) / 1_000).toFixed(1)} s`])
    ]
    const result = { claim: 'cluster', isHeld, isExact: run.isExact, gap, books: run.report.books, happened, floor }
    const sentence = `lost ${lost}, duplicated ${duplicated}, longest gap ${gap.toFixed(1)} s, at most ${read('gap')} s`
    const plots = [
      {
        title: 'three nodes, killed and restarted',
        x: 'seconds',
        y: 'meldinger/s',
        lines: [rateLine(run.samples, 1_000)]
      }
    ]
    answer(isJson, result, { rows, sentence, plots })
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }

  async function disturb(cluster: Cluster, bus: Bus): Promise<void> {
    await wait(calmShare * read('seconds') * 1_000, undefined, { signal })
    const { leader = '' } = await standing(bus, 'MELDINGER')
    await restart(leader, 'SIGKILL', `${leader}, the leader, killed with -9`)
    for (const name of cluster.names) await restart(name, 'SIGTERM', `${name} restarted`)

    async function restart(name: string, how: 'SIGKILL' | 'SIGTERM', what: string) {
      happened.push({ what, at: performance.now() })
      say(what)
      await cluster.end(name, how)
      cluster.start(name)
      await untilWhole(bus, signal)
      happened.push({ what: 'every stream whole again', at: performance.now() })
    }
  }
}

/** In seconds, between one melding and the next. */
function longestGap(times: readonly number[]): number {
  const inOrder = times.toSorted((one, other) => one - other)
  return Math.max(0, ...inOrder.slice(1).map((at, index) => at - (inOrder[index] ?? at))) / 1_000
}
