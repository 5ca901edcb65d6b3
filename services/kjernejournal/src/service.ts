/** Kjernejournal: what it hears and says, and how a fact about a person reaches their journal. */
import { herIdOf, type Party, refuse, type Refusal, type Register, requireSynthetic } from '@budstikka/meldinger'
import {
  type Effect,
  type Incoming,
  kjernejournalTjeneste,
  NyttNummer,
  receipt,
  type ServiceDefinition
} from '@budstikka/service'
import { factsOf } from './facts.ts'
import type { Records } from './records.ts'
import { withFact } from './state.ts'

export const manifest = {
  name: 'kjernejournal',
  description: 'The core record of every person: medicines, critical information, and who has looked',
  hears: {
    tjenester: [kjernejournalTjeneste],
    events: ['hendelse', 'klokke', 'dodsfall', 'personvern', 'nytt-nummer']
  },
  /** Beside its answers: a notice to who wants to be told of look-ups, and that somebody has reserved or blocked, or regretted it. */
  says: ['varsel', 'personvern']
} as const

/**
 * Journals are kept for years, and a look-up changes them too, so they stand in tables of their own and not in the chassis'
 * states; what is written here is a part of the chassis' transaction.
 */
export function kjernejournal(records: Records, partyOf: (herId: string) => Party | undefined, ticketMs: number) {
  return {
    ...manifest,
    initial: {},
    keyOf: () => undefined,
    handle(_state, incoming, { now, register }): readonly Effect<object>[] {
      if (incoming.type === 'event' && incoming.name === 'klokke') records.strike(now, ticketMs)
      if (incoming.type === 'event' && incoming.name === 'nytt-nummer') {
        const { fra, til } = NyttNummer.parse(incoming.data)
        records.move(fra, til)
      }
      const refusal = refusalOf(incoming, register)
      if (refusal !== undefined) return [receipt(refusal)]
      for (const { fodselsnummer, fact } of factsOf(incoming, now, partyOf)) {
        const before = records.journalOf(fodselsnummer)
        const after = withFact(before, fodselsnummer, fact)
        if (after !== before) records.save(fodselsnummer, after)
      }
      return incoming.type === 'melding' ? [receipt()] : []
    }
  } satisfies ServiceDefinition<object>
}

/** Medicines come from Reseptformidleren and from nobody else; the rule is the standard's, its code our choice. */
function refusalOf(incoming: Incoming, register: Register): Refusal | undefined {
  if (incoming.type !== 'melding') return undefined
  const { envelope } = incoming.melding
  const from = register.party(herIdOf(envelope.sender) ?? '')?.tjeneste
  if (from !== reseptformidleren) return refuse('X99', source, 'Kjernejournal tar bare imot fra Reseptformidleren')
  if (!taken.includes(envelope.type)) return refuse('T10', source, `Kjernejournal tar imot ${taken.join(' og ')}`)
  return requireSynthetic(envelope.patient)
}
const reseptformidleren = '8658-1'
const taken = ['ERM81', 'ERM254']
const source = 'e-resept (M8.1, M25.4)'
