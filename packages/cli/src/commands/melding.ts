/** `budstikka melding MSGID`: where a melding is and has been, and its bytes. */
import { Journey, type JourneyLeg } from '@budstikka/landscape'
import type { AppRec } from '@budstikka/meldinger'
import { tellerSubjects } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { Command } from 'commander'
import { msgIdOf } from '../arguments.ts'
import { ask } from '../ask.ts'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, json, line, tellWhy } from '../host.ts'
import { findBytes, findReceipt } from '../melding/find-bytes.ts'
import { journeyLines } from '../melding/journey-lines.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly json?: true; readonly xml?: true }

export function meldingCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('melding')
    .description('Show where a melding is and has been.')
    .argument('<msgid>', 'MsgId of its envelope', msgIdOf)
    .option('--xml', 'write its bytes as they stand in the stream, instead')
    .option('--json', 'for programs')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addHelpText(
      'after',
      `
Example:
  budstikka melding 6f0f1e0a-8a0e-4a3e-9d7b-0f5a2f9a1c3e

Exit codes: 0 found, 1 no such melding, 2 wrong usage, or nobody could be asked.`
    )
    .action(async (msgId: string, options: Options) => answer(await show(host, msgId, options)))
}

async function show(host: Host, msgId: string, options: Options): Promise<ExitCode> {
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const journey = await ask(bus, { subject: tellerSubjects.journey, question: { msgId }, answer: Journey })
  const [leg] = journey.legs
  if (leg === undefined) {
    const why = `no melding with MsgId ${msgId} is remembered. A MsgId stands in MsgInfo of the envelope.`
    tellWhy(host, options.json, why, journey)
    return 1
  }
  if (options.xml) {
    const bytes = await findBytes(bus, { ...leg, msgId }, host.signal)
    if (bytes === undefined) {
      const why = 'its bytes stand no longer in the stream: what everybody has settled is trimmed.'
      tellWhy(host, options.json, why, journey)
      return 1
    }
    const xml = Buffer.from(bytes).toString()
    if (options.json) json(host, { ...journey, xml })
    else host.stdout.write(xml)
    return 0
  }
  const receipts = await rejections(bus, journey, host.signal)
  if (options.json) json(host, { ...journey, legs: journey.legs.map((each) => withErrors(each, receipts)) })
  else for (const text of journeyLines(journey, receipts)) line(host, text)
  return 0
}

type Receipts = ReadonlyMap<string, AppRec>

/** The negative receipts that still stand in the stream, by their own id: they say more than their codes. */
async function rejections(bus: Bus, { legs }: Journey, signal: AbortSignal): Promise<Receipts> {
  const found = new Map<string, AppRec>()
  for (const { from, to, receipt } of legs) {
    if (receipt === undefined || receipt.errors.length === 0) continue
    const appRec = await findReceipt(bus, { from, to, id: receipt.id }, signal)
    if (appRec) found.set(receipt.id, appRec)
  }
  return found
}

function withErrors(leg: JourneyLeg, receipts: Receipts): object {
  const appRec = leg.receipt && receipts.get(leg.receipt.id)
  return appRec ? { ...leg, receipt: { ...leg.receipt, errorTexts: appRec.errors } } : leg
}
