/** `budstikka streams`: makes the streams and buckets, where the services themselves may not. */
import { makeStreams } from '@budstikka/transport'
import { Command, Option } from 'commander'
import { wholeFrom } from '../arguments.ts'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, inWords, json, tell } from '../host.ts'
import { buckets } from '../keys/users.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly replicas?: number; readonly json?: true }

// Our choice: the servers of a cluster start together, and the last may be a slow machine's.
const waitMs = 120_000

export function streamsCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('streams')
    .description('Make the streams and buckets of an exchange, or correct them.')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addOption(new Option('--replicas <n>', 'copies of each in a cluster').argParser(wholeFrom(1, 5)))
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      `
Example:
  budstikka streams --nats nats://127.0.0.1:4222 --replicas 3

Exit codes: 0 they are there, 2 wrong usage, or no servers for them: those of a cluster are waited for two minutes.`
    )
    .action(async ({ nats, replicas, json: isJson }: Options) => {
      await makeStreams(() => connectBus(host, natsServersOf(host, nats), 'durable', replicas), {
        buckets,
        replicas: replicas ?? 1,
        timeoutMs: waitMs,
        signal: host.signal,
        onWait: (error) => tell(host, `waiting for servers for ${replicas} copies of every stream: ${inWords(error)}`)
      })
      if (isJson) json(host, { buckets, replicas: replicas ?? 1 })
      answer(0)
    })
}
