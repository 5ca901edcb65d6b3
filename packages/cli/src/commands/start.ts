/** `budstikka start`: the world on this machine, a year replayed in it, and the books. */
import { type Command, Option } from 'commander'
import { type ExitCode, type Host, tell } from '../host.ts'
import type { StartOptions } from '../start/options.ts'
import { startWorld } from '../world/start-world.ts'
import { runCommand } from './run-command.ts'

export function startCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return runCommand('start')
    .description('Start NATS and the services, replay a year, print the books, and stay up until Ctrl-C.')
    .addOption(
      new Option('--profile <profile>', 'durable: every message is on disk before it is acknowledged')
        .choices(['bulk', 'durable'])
        .default('bulk')
    )
    .option('--once', 'exit after the books')
    .option('--data <dir>', 'keep everything here, and go on with a run that stopped (default: a temporary folder)')
    .addHelpText('after', help)
    .action(async (options: StartOptions) => answer(await start(host, options)))
}

/** In a fresh folder nothing can be refused, so the processes come up while the rest of the program is loaded. */
async function start(host: Host, options: StartOptions): Promise<ExitCode> {
  const { year, seed, profile, data } = options
  const begin = () =>
    startWorld({
      host,
      year,
      seed,
      profile,
      isSoon: true,
      ...(data !== undefined && { dataDir: data }),
      tell: (text) => tell(host, text)
    })
  const begun = data === undefined ? begin() : undefined
  try {
    const { runWorld } = await import('../start/run-world.ts')
    return await runWorld(host, options, () => begun ?? begin())
  } catch (error) {
    await begun?.then((world) => world[Symbol.asyncDispose]()).catch(() => undefined)
    throw error
  }
}

const help = `
Example:
  npm start -- --year 2019 --month 1 --scale 10 --seed 7

Exit codes: 0 stopped by Ctrl-C, or with --once the books balance and equal what was published;
            1 with --once: they do not; 2 wrong usage, or it could not be done.`
