/** A month in a world of its own, with processes of the world killed on the way, as a crash would. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { allEqual, bookedSendings, booksBalance, createLandscape, type Report } from '@budstikka/landscape'
import { connectBus } from '../connect.ts'
import { testHost } from '../host.examples.ts'
import { planRun } from '../start/plan-run.ts'
import { play } from '../start/play.ts'
import { startWorld } from './start-world.ts'

/** December, of which prescriptions were published: some four thousand meldinger in some 65 steps. */
const year = 2019
const month = 12
const seed = 'kills'
const scale = 5000
const only = ['care-messages', 'e-prescription']
/** A smaller Norway is up sooner, and what is killed in it does the same. */
const size = { municipalities: 40 }
const pollMs = 20

export type Kill = {
  /** A service, or `nats`. */
  readonly name: string
  /** After how many steps of the replay. */
  readonly atStep: number
}

export type Outcome = {
  readonly report: Report
  /** What the world said while it was up. */
  readonly told: readonly string[]
  /** What must hold after any crash. */
  readonly verdict: ReturnType<typeof verdictOf> & { readonly crashes: readonly string[] }
}

/** Replays at full speed in a temporary folder; every process that is killed is started again by the world. */
export async function monthWith(kills: readonly Kill[]): Promise<Outcome> {
  const { host } = testHost({ env: { ...process.env, LANDSCAPE_SIZE: JSON.stringify(size) } })
  const told: string[] = []
  await using world = await startWorld({ host, year, seed, profile: 'bulk', tell: (text) => void told.push(text) })
  await using bus = await connectBus(host, [world.natsUrl])
  const landscape = createLandscape({ year, seed, size })
  const plan = planRun({ year, month, scale, only })
  const left = kills.toSorted((one, other) => other.atStep - one.atStep)
  const gone = new Set<number>()
  const position = {
    done: 0,
    seconds: 0,
    async save(done: number) {
      for (let next = left.at(-1); next !== undefined && next.atStep <= done; next = left.at(-1)) {
        // The replay waits for one that is not up again: a process that is dying still takes a signal.
        while (!isKilled(world.pids()[next.name], gone)) await wait(pollMs)
        left.pop()
      }
    }
  }
  const report = await play({ host, bus, landscape, plan, seed, speed: 'max', position })
  return { report, told, verdict: { ...verdictOf(report, bookedSendings(plan)), crashes: crashesIn(told) } }
}

/** Never the same process twice; adds it to those that are `gone`. */
function isKilled(pid: number | undefined, gone: Set<number>): boolean {
  if (pid === undefined || gone.has(pid)) return false
  try {
    process.kill(pid, 'SIGKILL')
    gone.add(pid)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

export const killed = (name: string, ...steps: readonly number[]): Kill[] => steps.map((atStep) => ({ name, atStep }))

/** What every run must answer, whatever was killed. */
export const good: Outcome['verdict'] = {
  balances: true,
  rowsEqual: true,
  sent: 'as planned',
  inFlight: 0,
  lost: 0,
  duplicated: 0,
  dead: 0,
  crashes: []
}

/** Services that ended by themselves, with the end of their log: nobody may die of another's death. */
function crashesIn(told: readonly string[]): string[] {
  return told
    .filter((text) => text.includes('exit code'))
    .map((text) => `${text}: ${lastLines(/ its log is (\S+)$/.exec(text)?.[1])}`)
}

const lastLines = (path: string | undefined) =>
  path === undefined ? '' : readFileSync(path, 'utf8').split('\n').slice(-40).join('\n')

function verdictOf(report: Report, planned: number) {
  const { sent, inFlight, lost, duplicated, dead } = report.books
  return {
    balances: booksBalance(report),
    rowsEqual: allEqual(report),
    sent: sent === planned ? 'as planned' : `${sent} of ${planned}`,
    inFlight,
    lost,
    duplicated,
    dead
  }
}
