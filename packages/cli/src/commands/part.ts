/** `budstikka part HERID|NAME`: who a party is, and what else its organisation has. */
import { Party } from '@budstikka/meldinger'
import { registerQuestionSubject } from '@budstikka/service'
import type { Bus } from '@budstikka/transport'
import { Command } from 'commander'
import { z } from 'zod'
import { ask } from '../ask.ts'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, json, line, tell } from '../host.ts'
import { tableLines } from '../table.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly json?: true }

/** What adresseregister answers, as far as it is shown here. */
const Page = z.object({ parter: z.array(Party), next: z.string().optional() })
const OneParty = z.union([Party, z.object({ type: z.literal('problem') })])
/** The asker without a HER-id of its own. */
const asker = 'cli'

export function partCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('part')
    .description('Show a communication party and the services of its organisation.')
    .argument('<herid-or-name>', 'HER-id of level 2, or a part of a name')
    .option('--json', 'for programs')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addHelpText(
      'after',
      `
Example:
  budstikka part "Bergen"

Exit codes: 0 found, 1 no such party, 2 wrong usage, or nobody could be asked.`
    )
    .action(async (asked: string, options: Options) => answer(await show(host, asked, options)))
}

async function show(host: Host, asked: string, options: Options): Promise<ExitCode> {
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const { parties, hasMore } = await findParties(bus, asked)
  if (options.json) json(host, { parties, hasMore })
  if (parties.length === 0) {
    tell(host, `no party with ${/^\d+$/.test(asked) ? 'the HER-id' : 'a name that holds'} '${asked}'.`)
    return 1
  }
  if (!options.json) {
    for (const text of tableLines(head, parties.map(rowOf))) line(host, text)
    if (hasMore) line(host, 'There are more; give more of the name.')
  }
  return 0
}

/** By HER-id the party and all of its organisation; by name every party with it in its own name or its organisation's. */
async function findParties(bus: Bus, asked: string): Promise<{ parties: readonly Party[]; hasMore: boolean }> {
  const search = (question: object) =>
    ask(bus, { subject: registerQuestionSubject('sok', asker), question, answer: Page })
  if (!/^\d+$/.test(asked)) {
    const page = await search({ navn: asked })
    return { parties: page.parter, hasMore: page.next !== undefined }
  }
  const one = await ask(bus, {
    subject: registerQuestionSubject('part', asker),
    question: { herId: asked },
    answer: OneParty
  })
  if ('type' in one) return { parties: [], hasMore: false }
  const page = await search({ orgnr: one.organisation.organisationNumber })
  const others = page.parter.filter((party) => party.herId !== one.herId)
  return { parties: [one, ...others], hasMore: page.next !== undefined }
}

const head = ['HER-id', 'tjeneste', 'name', 'organisation', 'orgnr', 'kommune', 'state']
const rowOf = ({ herId, tjeneste, name, organisation, municipality, active, movedTo }: Party) => [
  herId,
  tjeneste,
  name,
  organisation.name,
  organisation.organisationNumber,
  municipality ?? '',
  movedTo ? `moved to ${movedTo}` : active ? 'open' : 'closed'
]
