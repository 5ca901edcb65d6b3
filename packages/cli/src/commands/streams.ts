/** `budstikka streams`: makes the streams and buckets, where the services themselves may not. */
import { Command, Option } from 'commander'
import { wholeFrom } from '../arguments.ts'
import { connectBus } from '../connect.ts'
import type { ExitCode, Host } from '../host.ts'
import { buckets } from '../keys/users.ts'
import { natsServersOf } from '../world/world-file.ts'

export function streamsCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('streams')
    .description('Make the streams and buckets of an exchange, or correct them.')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS)')
    .addOption(new Option('--replicas <n>', 'copies of each in a cluster').argParser(wholeFrom(1, 5)))
    .action(async ({ nats, replicas }: { readonly nats?: string; readonly replicas?: number }) => {
      await using bus = await connectBus(host, natsServersOf(host, nats), 'durable', replicas)
      for (const name of buckets) await bus.bucket(name)
      answer(0)
    })
}
