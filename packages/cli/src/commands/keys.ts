/** `budstikka keys DIR`: what a closed exchange needs, made once and kept. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { namesOf } from '../arguments.ts'
import { type ExitCode, type Host, json } from '../host.ts'
import type { KeyOptions } from '../keys/write-keys.ts'

export function keysCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('keys')
    .description('Make nkeys, rights and a certificate for NATS, one folder a user; what is there is kept.')
    .argument('<dir>', 'where to')
    .addOption(
      new Option('--replicas <counts>', 'services with several replicas, such as epj=3')
        .default({}, 'one of each')
        .argParser(countsOf)
    )
    .addOption(new Option('--servers <names>', 'names of the servers').default(['nats'], 'nats').argParser(namesOf))
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      `
Example:
  budstikka keys .data/keys --replicas epj=3 --servers nats-0.nats,nats-1.nats

Exit codes: 0 they are there, 2 wrong usage, or they could not be written.`
    )
    .action(async (dir: string, options: KeyOptions & { readonly json?: true }) => {
      const { writeKeys } = await import('../keys/write-keys.ts')
      const users = await writeKeys(dir, options)
      if (options.json) json(host, { dir, users })
      answer(0)
    })
}

const countsOf = (text: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    namesOf(text).map((pair): [string, number] => {
      const [, name, count] = /^([a-z-]+)=([1-9]\d?)$/.exec(pair) ?? []
      if (name === undefined)
        throw new InvalidArgumentError('Expected names with counts, such as epj=3,pleie-omsorg=3.')
      return [name, Number(count)]
    })
  )
