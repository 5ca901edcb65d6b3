/** `budstikka flyt`: who sends how much of what to whom. */
import { FlowByTypes, type FlowRow } from '@budstikka/landscape'
import { tellerSubjects } from '@budstikka/service'
import { Command, Option } from 'commander'
import { ask } from '../ask.ts'
import { connectBus } from '../connect.ts'
import { CannotError, type ExitCode, type Host, line, tell } from '../host.ts'
import { tableLines } from '../table.ts'
import { natsServersOf, readWorldFile } from '../world/world-file.ts'

type Options = {
  readonly nats?: string
  readonly json?: true
  readonly csv?: true
  readonly openmetrics?: true
  readonly url?: string
}

export function flytCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('flyt')
    .description('Show the flow of meldinger: by type of enterprise, or the whole matrix by HER-id.')
    .option('--csv', 'the whole matrix as CSV: sender, receiver, type, month, counts')
    .addOption(new Option('--json', 'the whole matrix as JSON').conflicts('csv'))
    .addOption(
      new Option('--openmetrics', 'the flow by simulated day, for promtool tsdb create-blocks-from').conflicts([
        'csv',
        'json'
      ])
    )
    .option(
      '--url <url>',
      'HTTP address of meldingsteller, for the whole matrix (default: that of the world that npm start has up)'
    )
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addHelpText(
      'after',
      `
Example:
  budstikka flyt --csv > flyt.csv
  budstikka flyt --openmetrics > flyt.om && promtool tsdb create-blocks-from openmetrics flyt.om DATA

Exit codes: 0 written, 1 nothing has been sent yet, 2 wrong usage, or nobody could be asked.`
    )
    .action(async (options: Options) => answer(await show(host, options)))
}

async function show(host: Host, options: Options): Promise<ExitCode> {
  if (options.csv || options.json || options.openmetrics) {
    return (await copyMatrix(host, options)) ? 0 : 1
  }
  if (options.url !== undefined) throw new CannotError('expected --csv, --json or --openmetrics with --url')
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const { rows } = await ask(bus, { subject: tellerSubjects.flowByTypes, answer: FlowByTypes })
  if (rows.length === 0) {
    tell(host, 'nothing has been sent yet.')
    return 1
  }
  for (const text of tableLines(head, overMonths(rows).map(rowOf))) line(host, text)
  return 0
}

/** Too large for a message, so it comes over HTTP, as it comes. Answers whether there was anything in it. */
async function copyMatrix(host: Host, options: Options): Promise<boolean> {
  const url = options.url ?? readWorldFile(host)?.services['meldingsteller']
  if (url === undefined)
    throw new CannotError('no world is running here. Start one with `npm start`, or give --url of meldingsteller.')
  const answer = await fetch(`${url}/flyt${endingOf(options)}`, { signal: host.signal }).catch((cause: unknown) => {
    throw new CannotError(`meldingsteller was expected at ${url} and did not answer`, { cause })
  })
  if (!answer.ok || answer.body === null) throw new CannotError(`${url} answered ${answer.status}, expected 200`)
  const decoder = new TextDecoder()
  let start = ''
  for await (const piece of answer.body) {
    const text = decoder.decode(piece, { stream: true })
    if (start.length < emptyMax) start += text.replaceAll(/^#.*\n/gm, '')
    host.stdout.write(text)
  }
  return start.length >= emptyMax
}

const endingOf = ({ csv, openmetrics }: Options) => (csv ? '.csv' : openmetrics ? '.om' : '')

/** Longer than the head of the CSV, and than an empty array of JSON; shorter than either with one row. */
const emptyMax = 80

const head = ['type', 'from (9040)', 'to (9040)', 'sendings', 'unique', 'ok', 'rejected', 'dead']
const rowOf = ({ type, sender, receiver, sendings, unique, ok, rejected, dead }: Omit<FlowRow, 'month'>) => [
  type,
  sender,
  receiver,
  ...[sendings, unique, ok, rejected, dead].map(String)
]

/** Adds up the months. */
export function overMonths(rows: readonly FlowRow[]): readonly FlowRow[] {
  const sums = new Map<string, FlowRow>()
  for (const row of rows) {
    const key = `${row.type} ${row.sender} ${row.receiver}`
    const sum = sums.get(key)
    sums.set(key, sum === undefined ? { ...row, month: 'all' } : plus(sum, row))
  }
  return [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
}

const plus = (sum: FlowRow, row: FlowRow): FlowRow => ({
  ...sum,
  sendings: sum.sendings + row.sendings,
  unique: sum.unique + row.unique,
  ok: sum.ok + row.ok,
  rejected: sum.rejected + row.rejected,
  dead: sum.dead + row.dead
})
