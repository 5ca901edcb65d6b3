/** `budstikka streams`: makes the streams and buckets, where the services themselves may not. */
import { makeStreams } from '@budstikka/transport'
import { Command, Option } from 'commander'
import { wholeFrom } from '../arguments.ts'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, inWords, tell } from '../host.ts'
import { buckets } from '../keys/users.ts'
import { natsServersOf } from '../world/world-file.ts'

// Our choice: the servers of a cluster start together, and the last may be a slow machine's.
const waitMs = 120_000

export function streamsCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('streams')
    .description('Make the streams and buckets of an exchange, or correct them.')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS)')
    .addOption(new Option('--replicas <n>', 'copies of each in a cluster').argParser(wholeFrom(1, 5)))
    .action(async ({ nats, replicas }: { readonly nats?: string; readonly replicas?: number }) => {
      await makeStreams(() => connectBus(host, natsServersOf(host, nats), 'durable', replicas), {
        buckets,
        replicas: replicas ?? 1,
        timeoutMs: waitMs,
        signal: host.signal,
        onWait: (error) => tell(host, `waiting for servers for ${replicas} copies of every stream: ${inWords(error)}`)
      })
      answer(0)
    })
}
