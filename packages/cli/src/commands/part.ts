/** `budstikka part ID|NAME`: who a party or an organisation is, and what services the organisation has. */
import type { Party, PartyOrganisation } from '@budstikka/meldinger'
import { Command } from 'commander'
import { connectBus } from '../connect.ts'
import { type ExitCode, type Host, json, line, tellWhy } from '../host.ts'
import { findParties, isNumber } from '../part/find-parties.ts'
import { tableLines } from '../table.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly json?: true }

export function partCommand(host: Host, answer: (code: ExitCode) => void): Command {
  return new Command('part')
    .description('Show a communication party or an organisation, and the services that the organisation has.')
    .argument('<id-or-name>', 'HER-id of either level, organisation number, or a part of a name')
    .option('--json', 'for programs')
    .option('--nats <url>', 'NATS server (default: NATS_SERVERS, else the world that npm start has up)')
    .addHelpText(
      'after',
      `
Example:
  budstikka part "Bergen kommune"

Exit codes: 0 found, 1 nobody such, 2 wrong usage, or nobody could be asked.`
    )
    .action(async (asked: string, options: Options) => answer(await show(host, asked, options)))
}

async function show(host: Host, asked: string, options: Options): Promise<ExitCode> {
  await using bus = await connectBus(host, natsServersOf(host, options.nats))
  const found = await findParties(bus, asked)
  const { organisations, parties, hasMore } = found
  if (parties.length === 0) {
    const what = isNumber(asked) ? 'party or organisation with the HER-id or organisation number' : 'name that holds'
    tellWhy(host, options.json, `no ${what} '${asked}'.`, found)
    return 1
  }
  if (options.json) json(host, found)
  else {
    if (organisations.length > 0) {
      for (const text of tableLines(organisationHead, organisations.map(organisationRow))) line(host, text)
      line(host)
    }
    for (const text of tableLines(head, parties.map(rowOf))) line(host, text)
    if (hasMore) line(host, 'There are more; give more of the name.')
  }
  return 0
}

const organisationHead = ['HER-id (level 1)', 'organisation', 'orgnr', 'type (9040)']
const organisationRow = ({ herId, name, organisationNumber, businessType }: PartyOrganisation) => [
  herId,
  name,
  organisationNumber,
  businessType
]

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
