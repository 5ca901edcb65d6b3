/** `budstikka kjernejournal FNR`: what is kept of a person, what they have chosen, and who has looked. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import { kjernejournalSubjects } from '@budstikka/service'
import { Command } from 'commander'
import { ask } from '../ask.ts'
import { connectBus } from '../connect.ts'
import { CannotError, type ExitCode, type Host, json, line, tellWhy } from '../host.ts'
import { isNothing, journalLines, Vis } from '../kjernejournal/journal-lines.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly json?: true }

export function kjernejournalCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('kjernejournal')
    .description('Show what is kept of a person, what they have chosen, and who has looked.')
    .argument('<fnr>', 'fødselsnummer or D-nummer, synthetic (month + 80)')
    .option('--json', 'everything, for programs')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addHelpText(
      'after',
      `
Example:
  budstikka kjernejournal 02838897382

Exit codes: 0 something is kept, 1 nothing is, 2 wrong usage, or nobody could be asked.`
    )
    .action(async (fnr: string, options: Options) => answer(await show(host, fnr, options)))
}

async function show(host: Host, fodselsnummer: string, options: Options): Promise<ExitCode> {
  if (identifyPersonNumber(fodselsnummer)?.isSynthetic !== true)
    throw new CannotError('expected a synthetic fødselsnummer or D-nummer (month + 80) with right check digits')
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const kept = await ask(bus, { subject: kjernejournalSubjects.vis, question: { fodselsnummer }, answer: Vis })
  if (isNothing(kept)) {
    tellWhy(host, options.json, 'nothing is kept of this person, and nobody has looked.', kept)
    return 1
  }
  if (options.json) json(host, kept)
  else for (const text of journalLines(kept)) line(host, text)
  return 0
}
