/** `budstikka keys DIR`: what a closed exchange needs, made once and kept. */
import { Command, InvalidArgumentError, Option } from 'commander'
import { namesOf } from '../arguments.ts'
import type { ExitCode, Host } from '../host.ts'
import type { KeyOptions } from '../keys/write-keys.ts'

export function keysCommand(_host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('keys')
    .description('Make nkeys, rights and a certificate for NATS, one folder a user; what is there is kept.')
    .argument('<dir>', 'where to')
    .addOption(
      new Option('--replicas <counts>', 'services with several replicas, such as epj=3').default({}).argParser(countsOf)
    )
    .addOption(new Option('--servers <names>', 'names of the servers').default(['nats']).argParser(namesOf))
    .action(async (dir: string, options: KeyOptions) => {
      const { writeKeys } = await import('../keys/write-keys.ts')
      await writeKeys(dir, options)
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
