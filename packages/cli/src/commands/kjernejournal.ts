/** `budstikka kjernejournal FNR`: what is kept of a person, what they have chosen, and who has looked. */
import { identifyPersonNumber } from '@budstikka/meldinger'
import { kjernejournalSubjects } from '@budstikka/service'
import { Command } from 'commander'
import { z } from 'zod'
import { ask } from '../ask.ts'
import { connectBus } from '../connect.ts'
import { CannotError, type ExitCode, type Host, json, line } from '../host.ts'
import { tableLines } from '../table.ts'
import { natsServersOf } from '../world/world-file.ts'

type Options = { readonly nats?: string; readonly json?: true }

const At = z.number()
const Kritisk = z.object({
  id: z.string(),
  versjon: z.number(),
  kategori: z.string(),
  code: z.string().optional(),
  status: z.string(),
  registrert: z.object({ at: At })
})
const Utlevering = z.object({ at: At, legemiddel: z.object({ navn: z.string() }), utleverer: z.string() })
/** What kjernejournal answers, as far as it is shown here. */
const Vis = z.object({
  journal: z.looseObject({
    legemidler: z.array(Utlevering),
    iBruk: z.array(z.unknown()),
    allergier: z.array(
      z.object({ oppdatertAt: At, navn: z.string().optional(), isAvkreftet: z.boolean().default(false) })
    ),
    kritisk: z.array(Kritisk),
    besok: z.array(z.object({ at: At, sted: z.string() })),
    valg: z.looseObject({ reservertAt: At.optional() }),
    dodAt: At.optional()
  }),
  logg: z.array(
    z.object({
      at: At,
      hprNummer: z.string(),
      rolle: z.string(),
      organisasjon: z.string(),
      grunnlag: z.string(),
      hva: z.string(),
      utfall: z.string()
    })
  )
})
type Vis = z.infer<typeof Vis>

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
  if (options.json) json(host, kept)
  else for (const text of lines(kept)) line(host, text)
  return isNothing(kept) ? 1 : 0
}

function* lines(kept: Vis): Generator<string> {
  const { journal, logg } = kept
  yield `state: ${stateOf(journal)}`
  const { reservertAt: _reservertAt, ...chosen } = journal.valg
  for (const [name, value] of Object.entries(chosen)) yield `${name}: ${String(value)}`
  const rows = [
    ...journal.legemidler.map((one) => [dateOf(one.at), 'utlevering', one.legemiddel.navn, one.utleverer]),
    ...journal.allergier.map((one) => [
      dateOf(one.oppdatertAt),
      'allergi',
      one.navn ?? '',
      one.isAvkreftet ? 'refuted' : ''
    ]),
    ...journal.kritisk.map((one) => [
      dateOf(one.registrert.at),
      one.kategori,
      one.code ?? '',
      `${one.status}, version ${one.versjon}`
    ]),
    ...journal.besok.map((one) => [dateOf(one.at), 'besøk', one.sted, ''])
  ].toSorted(([one = ''], [other = '']) => one.localeCompare(other))
  if (rows.length > 0) yield* tableLines(['date', 'what', 'which', 'more'], rows)
  yield ''
  yield `${logg.length} look-ups`
  if (logg.length === 0) return
  const head = ['time', 'HPR', 'role', 'enterprise', 'basis', 'what', 'outcome']
  const rowOf = (one: Vis['logg'][number]) => [
    new Date(one.at).toISOString(),
    one.hprNummer,
    one.rolle,
    one.organisasjon,
    one.grunnlag,
    one.hva,
    one.utfall
  ]
  yield* tableLines(head, logg.map(rowOf))
}

const dateOf = (at: number) => new Date(at).toISOString().slice(0, 10)

function stateOf({ valg: { reservertAt }, dodAt }: Vis['journal']): string {
  if (dodAt !== undefined) return `closed: the death was told on ${dateOf(dodAt)}`
  return reservertAt === undefined ? 'open' : `closed: reserved since ${dateOf(reservertAt)}`
}

const isNothing = ({ journal: { legemidler, iBruk, allergier, kritisk, besok, valg, dodAt }, logg }: Vis) =>
  [legemidler, iBruk, allergier, kritisk, besok, logg, Object.keys(valg)].every((all) => all.length === 0) &&
  dodAt === undefined
