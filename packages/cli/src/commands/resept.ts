/** `budstikka resept FNR|RESEPTID`: what Reseptformidleren has, its trail, and who has it in hand. */
import { identifyPersonNumber, isUuid } from '@budstikka/meldinger'
import { ereseptSubjects } from '@budstikka/service'
import { Command } from 'commander'
import { z } from 'zod'
import { ask } from '../ask.ts'
import { connectBus } from '../connect.ts'
import { CannotError, type ExitCode, type Host, json, line, tellWhy } from '../host.ts'
import { Pasient, pasientLines, Resept, reseptLines } from '../resept/resept-lines.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly json?: true }

export function reseptCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('resept')
    .description('Show a prescription, or all of a patient: its state and its trail.')
    .argument('<id>', 'ReseptId (the MsgId of its M1), or a synthetic fødselsnummer or D-nummer')
    .option('--json', 'everything, for programs')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addHelpText(
      'after',
      `
Example:
  budstikka resept 02838897382

Exit codes: 0 found, 1 nothing is prescribed, 2 wrong usage, or nobody could be asked.`
    )
    .action(async (id: string, options: Options) => answer(await show(host, id, options)))
}

async function show(host: Host, id: string, options: Options): Promise<ExitCode> {
  if (!isUuid(id) && identifyPersonNumber(id)?.isSynthetic !== true)
    throw new CannotError('expected a ReseptId, which is a UUID, or a synthetic fødselsnummer or D-nummer (month + 80)')
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const Answer = z.object({ resepter: z.array(Resept), pasient: Pasient.optional() })
  const found = await ask(bus, { subject: ereseptSubjects.vis, question: { id }, answer: Answer })
  const { resepter, pasient = {} } = found
  if (!options.json) for (const text of lines(resepter, pasient)) line(host, text)
  if (resepter.length === 0) {
    tellWhy(host, options.json, 'nothing is prescribed, or it has expired and is deleted.', found)
    return 1
  }
  if (options.json) json(host, found)
  return 0
}

function* lines(resepter: readonly Resept[], pasient: Pasient): Generator<string> {
  yield* pasientLines(pasient)
  for (const resept of resepter) yield* reseptLines(resept)
}
