/** `budstikka send FILE`: sends a melding of one's own as the party that its envelope names, and waits for the receipt. */
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { Journey } from '@budstikka/landscape'
import { tellerSubjects } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { Command, Option } from 'commander'
import { wholeFrom } from '../arguments.ts'
import { ask } from '../ask.ts'
import { connectBus } from '../connect.ts'
import { CannotError, type ExitCode, type Host, inWords, json, line } from '../host.ts'
import { askBooks } from '../replay/close-books.ts'
import { dispatch } from '../send/dispatch.ts'
import { findParties } from '../send/find-parties.ts'
import { gateHop, heardHop, type Hop, hopLine, isGood, partyHop } from '../send/hops.ts'
import { readMelding } from '../send/read-melding.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly json?: true; readonly timeout: number }

export function sendCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('send')
    .description('Send a melding as the party that its envelope names, and wait for the receipt.')
    .argument('<file>', 'XML with MsgHead 1.2, - for standard input')
    .addOption(
      new Option('--timeout <seconds>', 'how long to wait for the receipt').default(15).argParser(wholeFrom(1, 600))
    )
    .option('--json', 'for programs')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addHelpText(
      'after',
      `
Example:
  budstikka example LOG_INNLAGT | budstikka send -

Exit codes: 0 every receiver answered OK, now or before, 1 one rejected it, 2 nothing could be sent or a receipt did not come.`
    )
    .action(async (file: string, options: Options) => {
      const hops: Hop[] = []
      const tellHop = (hop: Hop) => {
        hops.push(hop)
        if (!options.json) line(host, hopLine(hop))
      }
      try {
        const code = await send(host, file, options, tellHop)
        if (options.json) json(host, { exitCode: code, hops })
        answer(code)
      } catch (error) {
        if (!options.json) throw error
        json(host, { exitCode: 2, hops, error: inWords(error) })
        answer(2)
      }
    })
}

async function send(host: Host, file: string, options: Options, tellHop: (hop: Hop) => void): Promise<ExitCode> {
  const bytes = await bytesOf(host, file)
  const read = readMelding(bytes)
  if (read.type === 'problem') throw new CannotError(`nothing was sent: ${read.reason} [${read.source}]`)
  const { envelope, unreadable } = read
  tellHop(gateHop(bytes.length, envelope, unreadable))
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const parties = await findParties(bus, envelope)
  tellHop(partyHop('sender', parties.sender))
  for (const receiver of parties.receivers) tellHop(partyHop('receiver', receiver))
  const before = await journeyOf(bus, envelope.msgId)
  const attempt = Math.max(0, ...before.legs.map(({ sendings }) => sendings))
  if (attempt > 0) tellHop(againHop(before))
  const isAnswered = before.legs.length > 0 && before.legs.every(({ receipt }) => receipt !== undefined)
  const { MELDINGER: after } = (await askBooks(bus)).positions

  const due = new Set<string>(parties.receivers.map(({ herId }) => herId))
  let isRejected = false
  const timeoutMs = isAnswered ? storedMs : options.timeout * 1000
  for await (const heard of dispatch({ bus, bytes, envelope, parties, attempt, after, timeoutMs }, host.signal)) {
    tellHop(heardHop(heard))
    if (heard.type !== 'receipt') continue
    due.delete(heard.from)
    isRejected ||= !isGood(heard.appRec)
  }
  if (isAnswered) return before.legs.some(({ status }) => status === 'rejected') ? 1 : 0
  if (due.size > 0) tellHop(await missingHop(bus, envelope.msgId, [...due], options.timeout))
  return isRejected ? 1 : due.size > 0 ? 2 : 0
}

/** Our choice: long enough to see it stand in the stream, where no receipt is waited for. */
const storedMs = 1_000

async function bytesOf(host: Host, file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(host.stdin)
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new CannotError(`expected a file to send, ${file} cannot be read`, { cause })
  }
}

const journeyOf = (bus: Bus, msgId: string) =>
  ask(bus, { subject: tellerSubjects.journey, question: { msgId }, answer: Journey })

/** A receiver answers a melding once, and the same one never again (HITS 1168 §5.4). */
function againHop({ legs }: Journey): Hop {
  const status = legs.map((leg) => `${leg.to} ${leg.status}`).join(', ')
  const text = `the same MsgId was sent before (${status}); a receiver does not answer it again. For a new one, change MsgId.`
  return { hop: 'sent again', isGood: false, text }
}

async function missingHop(bus: Bus, msgId: string, due: readonly string[], seconds: number): Promise<Hop> {
  const { legs } = await journeyOf(bus, msgId)
  const reasons = legs.flatMap(({ to, dead }) =>
    dead && due.includes(to) ? [`dead at ${dead.service}: ${dead.reason}`] : []
  )
  const why = reasons.length > 0 ? reasons.join(', ') : `see npx budstikka melding ${msgId}`
  return { hop: 'end', isGood: false, text: `no receipt from ${due.join(', ')} within ${seconds} s; ${why}` }
}
