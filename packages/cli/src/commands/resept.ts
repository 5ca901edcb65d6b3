/** `budstikka resept FNR|RESEPTID`: what Reseptformidleren has, who has it in hand, and every dispensing. */
import { ereseptSubjects } from '@budstikka/service'
import { Command } from 'commander'
import { z } from 'zod'
import { ask } from '../ask.ts'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, json, line, tellWhy } from '../host.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly json?: true }

/** What Reseptformidleren answers, as far as it is shown here. */
const Resept = z.looseObject({
  id: z.string(),
  status: z.enum(['E', 'U', 'R', 'T']),
  rekvirent: z.looseObject({ herId: z.string(), navn: z.string() }),
  forskrevet: z.number(),
  utloper: z.number(),
  details: z.looseObject({ navnFormStyrke: z.string().optional() }),
  reiterasjon: z.number(),
  nedlasting: z.looseObject({ utleverer: z.string(), m93: z.string() }).optional(),
  isTilbakekalt: z.literal(true).optional(),
  utleveringer: z.array(
    z.looseObject({ id: z.string(), utleverer: z.string(), at: z.number(), annullertAv: z.string().optional() })
  )
})
type Resept = z.infer<typeof Resept>

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
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const Answer = z.object({ resepter: z.array(Resept) })
  const found = await ask(bus, { subject: ereseptSubjects.vis, question: { id }, answer: Answer })
  if (found.resepter.length === 0) {
    tellWhy(host, options.json, 'nothing is prescribed, or it has expired and is deleted.', found)
    return 1
  }
  if (options.json) json(host, found)
  else for (const resept of found.resepter) for (const text of lines(resept)) line(host, text)
  return 0
}

const states = { E: 'ekspederbar', U: 'under ekspedering', R: 'avsluttet', T: 'tilbakekalt' } as const
const day = (at: number) => new Date(at).toISOString().slice(0, 10)

function* lines(resept: Resept): Generator<string> {
  const { id, status, details, rekvirent, nedlasting } = resept
  yield `${id}  ${states[status]}  ${details.navnFormStyrke ?? ''}`
  yield `  ${day(resept.forskrevet)}  M1 from ${rekvirent.herId}, valid until ${day(resept.utloper)}, reiterasjon ${resept.reiterasjon}`
  for (const { at, utleverer, id: m10, annullertAv } of resept.utleveringer)
    yield `  ${day(at)}  M10 ${m10} from ${utleverer}${annullertAv === undefined ? '' : `, annulled by ${annullertAv}`}`
  if (nedlasting !== undefined) yield `  in hand at ${nedlasting.utleverer} by M9.3 ${nedlasting.m93}`
  if (resept.isTilbakekalt) yield '  recalled, when that ends'
}
