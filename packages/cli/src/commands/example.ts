/** `budstikka example TYPE`: a valid melding of the landscape, to be sent or changed. */
import { randomUUID } from 'node:crypto'
import { writtenTypes } from '@budstikka/landscape'
import { encodeMelding } from '@budstikka/meldinger'
import { Command, Option } from 'commander'
import { replayedYearOf, seedOf } from '../arguments.ts'
import { exampleOf } from '../example/example-of.ts'
import { CannotError, type ExitCode, type Host, json, line } from '../host.ts'
import { readWorldFile } from '../world/world-file.ts'

type Options = { readonly year?: number; readonly seed?: string; readonly list?: true; readonly json?: true }

export function exampleCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('example')
    .description('Write a valid melding between two parties of the landscape, about a synthetic patient.')
    .argument('[type]', 'code of list 8279', 'LOG_INNLAGT')
    .addOption(
      new Option(
        '--year <year>',
        'landscape of that year (default: LANDSCAPE_YEAR, that of the world that is up, else 2019)'
      ).argParser(replayedYearOf)
    )
    .addOption(
      new Option('--seed <seed>', 'landscape of that seed (default: that of the world that is up, else 1)').argParser(
        seedOf
      )
    )
    .option('--list', 'list the types instead')
    .option('--json', 'for programs')
    .addHelpText(
      'after',
      `
Example:
  budstikka example LOG_INNLAGT > innlagt.xml && budstikka send innlagt.xml

Exit codes: 0 written, 2 wrong usage, or a type that nobody sends.`
    )
    .action((type: string, options: Options) => {
      if (options.list) list(host, options)
      else write(host, type, options)
      answer(0)
    })
}

function list(host: Host, options: Options): void {
  if (options.json) json(host, { types: writtenTypes })
  else for (const each of writtenTypes) line(host, each)
}

function write(host: Host, type: string, options: Options): void {
  const melding = chosen(host, type, options)
  const xml = encodeMelding(melding)
  if (options.json) json(host, { type, msgId: melding.envelope.msgId, xml })
  else line(host, xml)
}

/** Every run gives another MsgId, so that what is written can be sent. */
function chosen(host: Host, type: string, options: Options) {
  const world = readWorldFile(host)
  const { LANDSCAPE_YEAR: givenYear, LANDSCAPE_SEED: givenSeed } = host.env
  const year = options.year ?? (givenYear ? Number(givenYear) : world?.year) ?? 2019
  const seed = options.seed ?? (givenSeed || world?.seed) ?? '1'
  const melding = exampleOf({ type, year, seed, msgId: randomUUID(), now: Date.now() })
  if (melding === undefined)
    throw new CannotError(`expected a type that is sent in ${year}, got '${type}'. One of: ${writtenTypes.join(', ')}`)
  return melding
}
