/** Who signs in at the exchange, and what each needs there: one entry a service. */
import { runsBucket } from '@budstikka/landscape'
import { kjernejournalTjeneste, registerBucket, saksbehandlingToken } from '@budstikka/service'
import type { Needs } from '@budstikka/transport'

export const buckets = [registerBucket, runsBucket] as const

/**
 * One that takes meldinger and answers them. It plays many parties, so that the server cannot hold it to one HER-id; who sends is
 * checked by each receiver.
 */
const taking = (name: string, says: readonly string[], tjenester: readonly string[] = []): Needs => ({
  name,
  answers: [name, ...tjenester],
  durables: { MELDINGER: [name], EVENTS: [`${name}-events`] },
  publishes: ['melding.*.*.*.*.*', 'melding.pakke.*.*', `dead.${name}`, ...says.map((event) => `event.${event}.*`)],
  follows: [registerBucket]
})

/** The same where some services have several replicas, by name: each has durables of its own. */
export const usersWith = (replicas: Readonly<Record<string, number>>): readonly Needs[] =>
  users.map((needs) => {
    const count = replicas[needs.name] ?? 1
    if (count === 1) return needs
    const names = Array.from({ length: count }, (_, index) => `${needs.name}-${index}-of-${count}`)
    return { ...needs, durables: { MELDINGER: names, EVENTS: names.map((name) => `${name}-events`) } }
  })

const journalSays = ['dodsfall', 'kommune-varslet', 'kvittering-mangler', 'melding-avvist']

const services: readonly Needs[] = [
  {
    name: 'adresseregister',
    answers: ['adresseregister'],
    publishes: ['event.part-endret.*'],
    follows: [registerBucket],
    fills: [registerBucket]
  },
  // A prescriber asks Reseptformidleren for reference numbers, and for what others have written.
  { ...taking('epj', journalSays), asks: ['8658-1'] },
  taking('pleie-omsorg', journalSays),
  // A pharmacy asks Reseptformidleren before it dispenses.
  { ...taking('apotek', journalSays), asks: ['8658-1'] },
  taking('e-resept', ['kvittering-mangler', 'melding-avvist'], ['8658-1']),
  // Valid prescriptions and vaccinations are looked up with Reseptformidleren and SYSVAK.
  {
    ...taking('kjernejournal', ['personvern', 'varsel'], [kjernejournalTjeneste]),
    asks: ['e-resept.gyldige', '8659-7']
  },
  {
    name: 'meldingsteller',
    answers: ['meldingsteller'],
    durables: { MELDINGER: ['meldingsteller'], DEAD: ['meldingsteller-dead'] },
    follows: buckets,
    trims: ['MELDINGER', 'EVENTS'],
    // The oldest dead letters are moved to a file.
    reads: ['DEAD'],
    clears: ['DEAD']
  },
  {
    name: 'grunndata',
    answers: ['grunndata', 'folkeregisteret', saksbehandlingToken],
    publishes: ['event.dodsfall.*']
  },
  {
    ...taking(
      'registre',
      ['kvittering-mangler', 'melding-avvist'],
      ['dodsarsaksregisteret', 'helsenorge', 'pasientreiser', '8659-7', '8658-5']
    ),
    // Helsenorge, for its visitors.
    asks: ['e-resept', kjernejournalTjeneste]
  },
  { name: 'dodsmelding', answers: ['dodsmelding'], asks: ['folkeregisteret', 'dodsarsaksregisteret'] }
]

const everything = services.flatMap(({ answers = [] }) => answers)

export const users: readonly Needs[] = [
  ...services,
  // The command line: whoever sits at this machine, as any party.
  {
    name: 'cli',
    publishes: ['melding.*.*.*.*.*'],
    follows: [registerBucket],
    asks: everything,
    // Dead letters are looked at, sent again and dropped.
    reads: ['MELDINGER', 'DEAD'],
    clears: ['DEAD']
  },
  // The replay.
  {
    name: 'load',
    publishes: ['event.hendelse.*', 'event.klokke.*'],
    asks: everything.filter((token) => token !== saksbehandlingToken),
    follows: [runsBucket],
    fills: [runsBucket]
  },
  { name: 'nats-eksport', isWatcher: true },
  // Makes the streams before anybody else comes.
  { name: 'streams', isMaker: true }
]
