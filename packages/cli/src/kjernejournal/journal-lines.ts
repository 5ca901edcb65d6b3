/** What kjernejournal keeps of a person, in lines for people: the state, the choices, the contents by date, and who has looked. */
import { dayOf } from '@budstikka/meldinger'
import { z } from 'zod'
import { tableLines } from '../table.ts'

/** Simulated time, milliseconds since 1970. */
const At = z.number()
const Legemiddel = z.looseObject({ navn: z.string() })
/** What kjernejournal answers, as far as it is shown here. */
export const Vis = z.object({
  journal: z.looseObject({
    legemidler: z.array(z.looseObject({ at: At, legemiddel: Legemiddel, utleverer: z.string() })),
    iBruk: z.array(z.looseObject({ endretAt: At, legemiddel: Legemiddel })),
    allergier: z.array(
      z.looseObject({ oppdatertAt: At, navn: z.string().optional(), isAvkreftet: z.boolean().default(false) })
    ),
    kritisk: z.array(
      z.looseObject({
        id: z.string(),
        versjon: z.number(),
        kategori: z.string(),
        code: z.string().optional(),
        tekst: z.string().optional(),
        status: z.string(),
        registrert: z.looseObject({ at: At, hprNummer: z.string(), rolle: z.string(), organisasjon: z.string() })
      })
    ),
    besok: z.array(z.looseObject({ at: At, sted: z.string() })),
    dokumenter: z.array(z.looseObject({ at: At, tittel: z.string(), organisasjonsnummer: z.string() })),
    egne: z.looseObject({}),
    valg: z.looseObject({ reservertAt: At.optional() }),
    isRequested: z.boolean().optional(),
    dodAt: At.optional()
  }),
  logg: z.array(
    z.looseObject({
      at: At,
      hprNummer: z.string(),
      rolle: z.string(),
      organisasjon: z.string(),
      grunnlag: z.string(),
      apner: z.string().optional(),
      hva: z.string(),
      utfall: z.string()
    })
  )
})
export type Vis = z.infer<typeof Vis>

export function* journalLines({ journal, logg }: Vis): Generator<string> {
  yield `state: ${stateOf(journal)}`
  const { reservertAt: _reservertAt, ...chosen } = journal.valg
  yield* named('chosen', chosen)
  yield* named('own', journal.egne)
  const rows = contentsOf(journal).toSorted(([one = ''], [other = '']) => one.localeCompare(other))
  if (rows.length > 0) yield* tableLines(['date', 'what', 'which', 'more'], rows)
  yield ''
  yield `${logg.length} ${logg.length === 1 ? 'look-up' : 'look-ups'}`
  if (logg.length === 0) return
  const head = ['time', 'HPR', 'role', 'enterprise', 'basis', 'what', 'outcome']
  yield* tableLines(
    head,
    logg.map((one) => [
      new Date(one.at).toISOString(),
      one.hprNummer,
      one.rolle,
      one.organisasjon,
      one.grunnlag,
      one.hva,
      one.apner === undefined ? one.utfall : `${one.utfall} (${one.apner})`
    ])
  )
}

/** Whether nothing at all is kept. */
export const isNothing = ({ journal, logg }: Vis): boolean =>
  logg.length === 0 &&
  contentsOf(journal).length === 0 &&
  [journal.egne, journal.valg].every((some) => Object.keys(some).length === 0) &&
  journal.dodAt === undefined &&
  journal.isRequested === undefined

function contentsOf({ legemidler, iBruk, allergier, kritisk, besok, dokumenter }: Vis['journal']): string[][] {
  return [
    ...legemidler.map((one) => [dayOf(one.at), 'utlevering', one.legemiddel.navn, one.utleverer]),
    ...iBruk.map((one) => [dayOf(one.endretAt), 'i bruk', one.legemiddel.navn, '']),
    ...allergier.map((one) => [dayOf(one.oppdatertAt), 'allergi', one.navn ?? '', one.isAvkreftet ? 'refuted' : '']),
    ...kritisk.map(({ registrert: by, ...one }) => [
      dayOf(by.at),
      one.kategori,
      one.code ?? one.tekst ?? '',
      `${one.status}, version ${one.versjon}, by HPR ${by.hprNummer} (${by.rolle}), ${by.organisasjon}`
    ]),
    ...besok.map((one) => [dayOf(one.at), 'besøk', one.sted, '']),
    ...dokumenter.map((one) => [dayOf(one.at), 'dokument', one.tittel, one.organisasjonsnummer])
  ]
}

function* named(what: string, some: Readonly<Record<string, unknown>>): Generator<string> {
  for (const [name, value] of Object.entries(some))
    yield `${what} ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`
}

function stateOf({ valg: { reservertAt }, dodAt }: Vis['journal']): string {
  if (dodAt !== undefined) return `closed: a death was told of on ${dayOf(dodAt)}`
  return reservertAt === undefined ? 'open' : `closed: reserved since ${dayOf(reservertAt)}`
}
