/** `budstikka dead`: the letters that nobody could use: listed, shown, sent again or dropped. */
import { type DeadLetter, parseMeldingSubject } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { Argument, Command } from 'commander'
import { wholeFrom } from '../arguments.ts'
import { connectBus } from '../connect.ts'
import { chosen, lettersIn, lettersOf } from '../dead/read-letters.ts'
import { messageOf } from '../dead/resend-letter.ts'
import { CannotError, type ExitCode, type Host, json, line } from '../host.ts'
import { tableLines } from '../table.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = {
  readonly all?: true
  readonly xml?: true
  readonly file?: string
  readonly json?: true
  readonly nats?: string
}
const actions = ['list', 'show', 'resend', 'drop'] as const
type Action = (typeof actions)[number]

const numberOf = wholeFrom(1, Number.MAX_SAFE_INTEGER)

export function deadCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('dead')
    .description('Show the letters that nobody could use, and send them again or drop them.')
    .addArgument(new Argument('[action]', 'what to do').choices(actions).default('list'))
    .addArgument(
      new Argument('[numbers...]', 'of the letters, as list shows them').argParser((text, before: unknown) => [
        ...(Array.isArray(before) ? before : []),
        numberOf(text)
      ])
    )
    .option('--all', 'every letter that stands, in place of numbers')
    .option('--xml', 'with show: the body as it came, instead')
    .option('--file <file>', 'letters that meldingsteller has moved to a file, in place of those in the stream')
    .option('--json', 'for programs')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addHelpText('after', help)
    .action(async (action: Action, numbers: readonly number[] | undefined, options: Options) =>
      answer(await act(host, { action, numbers: numbers ?? [], options }))
    )
}

type Asked = { readonly action: Action; readonly numbers: readonly number[]; readonly options: Options }

async function act(host: Host, { action, numbers, options }: Asked): Promise<ExitCode> {
  const { file } = options
  if (action === 'drop' && file !== undefined)
    throw new CannotError('what has been moved to a file is dropped with the file')
  if (action !== 'list' && (numbers.length === 0) !== (options.all === true))
    throw new CannotError(`expected the numbers of letters to ${action}, or --all`)
  if (file !== undefined && action !== 'resend') return show(host, lettersOf(file), { action, numbers, options })
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const letters = file === undefined ? await lettersIn(bus, host.signal) : lettersOf(file)
  if (action === 'list' || action === 'show') return show(host, letters, { action, numbers, options })
  const meant = options.all ? letters : chosen(letters, numbers)
  return await (action === 'drop' ? drop : resend)(host, bus, meant, options)
}

function show(host: Host, letters: readonly DeadLetter[], { action, numbers, options }: Asked): ExitCode {
  const meant = numbers.length === 0 ? letters : chosen(letters, numbers)
  if (options.xml) for (const { body } of meant) host.stdout.write(textOf(body))
  else if (options.json)
    json(host, { letters: meant.map(({ body, ...told }) => (action === 'show' ? { ...told, body } : told)) })
  else if (meant.length === 0) line(host, 'No dead letters.')
  else if (action === 'list') {
    for (const text of tableLines(head, meant.map(rowOf))) line(host, text)
    for (const text of ['', 'Next, with a number:', ...whatNext]) line(host, text)
  } else for (const letter of meant) for (const text of detailLines(letter)) line(host, text)
  return 0
}

/** Published first and removed then, so that a crash between the two sends it twice and never not at all. */
async function resend(host: Host, bus: Bus, letters: readonly DeadLetter[], { file, json: isJson }: Options) {
  const outcomes: { readonly number: number; readonly error?: string }[] = []
  for (const letter of letters) {
    const { position: number } = letter
    const message = messageOf(letter)
    if (typeof message === 'string') {
      outcomes.push({ number, error: message })
      continue
    }
    await bus.publish([message], host.signal)
    if (file === undefined) await bus.remove('DEAD', number)
    outcomes.push({ number })
  }
  if (isJson) json(host, { resent: outcomes })
  else
    for (const { number, error } of outcomes)
      line(host, error ? `✗ ${number} was not sent: ${error}` : `✓ ${number} was sent again`)
  return outcomes.some(({ error }) => error !== undefined) ? 1 : 0
}

async function drop(
  host: Host,
  bus: Bus,
  letters: readonly DeadLetter[],
  { json: isJson }: Options
): Promise<ExitCode> {
  const dropped: number[] = []
  for (const { position } of letters) if (await bus.remove('DEAD', position)) dropped.push(position)
  if (isJson) json(host, { dropped })
  else for (const number of dropped) line(host, `✓ ${number} was dropped; the books still count it as dead`)
  return 0
}

const head = ['number', 'died', 'service', 'type', 'from', 'to', 'reason']
const reasonMax = 60
function rowOf({ position, storedAt, service, reason, originalSubject }: DeadLetter): readonly string[] {
  const { meldingType, from, to } = parseMeldingSubject(originalSubject)
  return [String(position), timeOf(storedAt), service, meldingType, from, to, reason.slice(0, reasonMax)]
}

function* detailLines({ position, storedAt, service, reason, originalSubject, originalId, msgId, body }: DeadLetter) {
  yield `Letter ${position}`
  yield `  died      ${timeOf(storedAt)} at ${service}`
  yield `  reason    ${reason}`
  yield `  subject   ${originalSubject}`
  yield `  id        ${originalId}`
  if (msgId !== undefined) yield `  MsgId     ${msgId}`
  yield `  body      ${Buffer.byteLength(body, 'base64')} bytes; --xml writes it`
}

const textOf = (body: string) => Buffer.from(body, 'base64').toString()
const timeOf = (at: number) => new Date(at).toISOString()

const whatNext = [
  'show     where it was going, and why it died',
  'resend   publish it again as it was, once what made it die is mended; the books count it as dead until it is answered',
  'drop     delete it for good'
]

const help = `
list     one line a letter, the oldest first
${whatNext.join('\n')}

Example:
  budstikka dead
  budstikka dead show 12 --xml
  budstikka dead resend 12 13
  budstikka dead list --file .data/meldingsteller/dead-letters.jsonl

Exit codes: 0 done, 1 one could not be sent again, 2 wrong usage, or nobody could be asked.`
