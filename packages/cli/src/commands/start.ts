/** `budstikka start`: the world on this machine, a year replayed in it, and the books. */
import { writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Command, Option } from 'commander'
import { allEqual, booksBalance, createLandscape, printBooks } from '@budstikka/landscape'
import { seedOf, speedOf, wholeFrom } from '../arguments.ts'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, line, tell } from '../host.ts'
import { planRun, unequalRows } from '../start/plan-run.ts'
import { play } from '../start/play.ts'
import { openPosition } from '../start/position.ts'
import { worldLines } from '../start/print-world.ts'
import { startWorld } from '../world/start-world.ts'
import { removeWorldFile, writeWorldFile } from '../world/world-file.ts'

export type StartOptions = {
  readonly year: number
  readonly month?: number
  readonly scale?: number
  readonly seed: string
  readonly speed: number | 'max'
  readonly profile: 'bulk' | 'durable'
  readonly once?: true
  readonly report?: string
  readonly data?: string
}

export function startCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('start')
    .description('Start NATS and the services, replay a year, print the books, and stay up until Ctrl-C.')
    .addOption(
      new Option('--year <year>', 'year of the plan: 2018 to 2021').default(2019).argParser(wholeFrom(2018, 2021))
    )
    .addOption(new Option('--month <month>', 'that month alone, 1 to 12').argParser(wholeFrom(1, 12)))
    .addOption(
      new Option('--scale <n>', 'one melding stands for n (default: so that the run takes about a minute)').argParser(
        wholeFrom(1, 1_000_000)
      )
    )
    .addOption(
      new Option('--seed <seed>', 'the same seed gives the same run, bit for bit').default('1').argParser(seedOf)
    )
    .addOption(new Option('--speed <x>', "times real time, or 'max'").default('max').argParser(speedOf))
    .addOption(
      new Option('--profile <profile>', 'durable: every message is on disk before it is acknowledged')
        .choices(['bulk', 'durable'])
        .default('bulk')
    )
    .option('--once', 'exit after the books')
    .option('--report <file>', 'write the report as JSON')
    .option('--data <dir>', 'keep everything here, and go on with a run that stopped (default: a temporary folder)')
    .addHelpText('after', help)
    .action(async (options: StartOptions) => answer(await start(host, options)))
}

async function start(host: Host, options: StartOptions): Promise<ExitCode> {
  const { year, month, seed, profile, data, report: file } = options
  const plan = planRun(options)
  for (const { type } of unequalRows(plan))
    tell(host, `scale ${plan.scale} is too coarse: '${type}' cannot come out as published. 1000 and finer can.`)
  const run = { year, scale: plan.scale, seed, profile, ...(month !== undefined && { month }) }
  // Another run's folder is refused before anything is started in it.
  if (data !== undefined) openPosition(data, run)
  const starting = startWorld({
    host,
    year,
    seed,
    profile,
    ...(data !== undefined && { dataDir: data }),
    tell: (text) => tell(host, text)
  })
  // Turns the event loop once, so that all processes are started before the landscape is made beside them.
  await Promise.race([starting, wait(spawnMs)])
  const landscape = createLandscape({ year, seed })
  await using world = await starting
  const { natsUrl: nats, services, dataDir } = world
  const isFirst = writeWorldFile(host, { pid: host.pid, nats, services, dataDir, year, seed })
  if (!isFirst) tell(host, `another world is up here, and the other commands find that one; this one is --nats ${nats}`)
  try {
    await using bus = await connectBus(host, [nats], profile)
    const position = openPosition(dataDir, run)
    const report = await play({ host, bus, landscape, plan, seed, speed: options.speed, position })
    printBooks(report, (text) => line(host, text))
    if (file !== undefined) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
    if (options.once) return booksBalance(report) && allEqual(report) ? 0 : 1
    for (const text of worldLines(world)) line(host, text)
    await aborted(host.signal)
    return 0
  } catch (error) {
    if (!host.signal.aborted) throw error
    tell(host, data === undefined ? 'stopped' : `stopped; the same command goes on with ${data}`)
    return options.once ? 2 : 0
  } finally {
    removeWorldFile(host)
  }
}

/** Time enough to spawn a handful of processes. */
const spawnMs = 50

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

const help = `
Example:
  npm start -- --year 2019 --month 1 --scale 10 --seed 7

Exit codes: 0 stopped by Ctrl-C, or with --once the books balance and equal what was published;
            1 with --once: they do not; 2 wrong usage, or it could not be done.`
