/** Registre: the national registers and offices that receive, and answer what they are asked: SYSVAK, causes of death, NPR, KPR, MSIS, NAV, Helfo, the medicines agency, Helsenorge's visits, Pasientreiser. */
import type { Person } from '@budstikka/landscape'
import { NyttNummer, type ServiceDefinition } from '@budstikka/service'
import { type Deaths, hear } from './hear.ts'
import type { Claims } from './helfo/claims.ts'
import { hearClaim, helfo } from './helfo/receive-claim.ts'
import { asked, hearCitizen, utenMelding } from './helseregistre.ts'
import type { Pasientreiser } from './helsenorge/pasientreiser.ts'
import type { Provesvar } from './helsenorge/provesvar.ts'
import { legemiddelverket } from './legemiddelverket.ts'
import { act } from './nav/act.ts'
import type { Register } from './register.ts'

/** SYSVAK (list 8659), and NAV with Helfo, whom one may look things up in. */
export const tjenester = ['8659-7', helfo] as const
/** Those that only take what is sent to them. */
const offices = [legemiddelverket, ...utenMelding].map(({ tjeneste }) => tjeneste)

export const manifest = {
  name: 'registre',
  description:
    'National registers and offices that receive and answer: SYSVAK, Dødsårsaksregisteret, NPR, KPR, MSIS, NAV, Helfo, the medicines agency, Helsenorge, Pasientreiser',
  hears: { tjenester: [...tjenester, ...asked, ...offices], events: ['klokke', 'dodsfall', 'nytt-nummer', 'hendelse'] },
  says: ['kvittering-mangler', 'melding-avvist']
} as const

export type Offices = {
  readonly registers: readonly Register[]
  readonly deaths: Deaths
  readonly claims: Claims
  readonly reiser: Pick<Pasientreiser, 'comeTo'>
  readonly provesvar: Pick<Provesvar, 'hear' | 'move'>
  /** Knows everybody of the landscape by number. */
  person(id: string): Person
}

/** Registers are kept for good, so they stand in tables of their own, written in the chassis' transaction. */
export function registre({ registers, deaths, claims, reiser, provesvar, person }: Offices): ServiceDefinition<object> {
  return {
    ...manifest,
    initial: {},
    keyOf: () => undefined,
    handle(_state, incoming, context) {
      if (incoming.type === 'event' && incoming.name === 'klokke') reiser.comeTo(context.now)
      if (incoming.type === 'event' && incoming.name === 'nytt-nummer') provesvar.move(NyttNummer.parse(incoming.data))
      if (incoming.type === 'event' && incoming.name === 'hendelse') {
        provesvar.hear(incoming.data, (herId) => context.register.party(herId))
        return act(incoming.data, { ...context, person })
      }
      return (
        hearClaim(incoming, context, claims) ??
        hearCitizen(incoming, context) ??
        hear(registers, deaths, incoming, context)
      )
    }
  }
}
