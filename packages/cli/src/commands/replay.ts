/** `budstikka replay`: a year played in a world that is up already, as the containers are, and its books. */
import type { Command } from 'commander'
import type { ExitCode, Host } from '../host.ts'
import type { ReplayOptions } from '../start/options.ts'
import { runCommand } from './run-command.ts'

export function replayCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return runCommand('replay')
    .description('Replay a year in a world that is up, and print the books.')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .option('--data <dir>', 'keep here how far it has come, and go on with a run that stopped')
    .addHelpText(
      'after',
      `
The services must play the same year and seed, and have heard nothing else: the books count everything.

Example:
  docker compose run --rm load replay --year 2021 --scale 1000

Exit codes: 0 the books balance and equal what was published; 1 they do not; 2 wrong usage, or it could not be done.`
    )
    .action(async (options: ReplayOptions) => {
      const { replayIn } = await import('../start/run-replay.ts')
      answer(await replayIn(host, options))
    })
}
