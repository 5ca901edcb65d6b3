/** What a person has chosen about their own kjernejournal, and how a choice changes it. */
import { z } from 'zod'
import { Egenregistrering } from './egenregistrering.ts'
import { deler, type Journal, reserve } from './state.ts'

const HprNummer = z.string().regex(/^[0-9]{1,9}$/, 'expected an HPR number of 1 to 9 digits')
const Del = z.enum(deler)

export type Valg = {
  /** Reserved since, milliseconds since 1970. */
  readonly reservertAt?: number
  /** Closed for all personnel until they have consent or there is an emergency. */
  readonly sperret?: readonly z.infer<typeof Del>[]
  /** HPR numbers of personnel who see nothing, in emergencies too. */
  readonly blokkert?: readonly string[]
  /** Reserved against access over the net, by themselves too. */
  readonly ikkePaNett?: true
  /** How they are told of look-ups. */
  readonly varsling?: 'epost' | 'sms'
}

/** What a person asks for. Names are ours: Helsenorge's own interface is not published. */
export const Onske = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reservasjon'), reservert: z.boolean() }),
  /** All parts: the whole is closed; none: nothing is. */
  z.strictObject({ type: z.literal('sperring'), deler: z.array(Del).max(deler.length) }),
  z.strictObject({ type: z.literal('blokkering'), hprNumre: z.array(HprNummer).max(100) }),
  z.strictObject({ type: z.literal('nett'), paNett: z.boolean() }),
  z.strictObject({ type: z.literal('varsling'), kanal: z.enum(['epost', 'sms', 'ingen']) }),
  z.strictObject({ type: z.literal('egne'), egne: Egenregistrering }),
  /** A holder of a D-number asks for a kjernejournal. */
  z.strictObject({ type: z.literal('opprett') })
])
export type Onske = z.infer<typeof Onske>

export function withOnske(journal: Journal, onske: Onske, at: number): Journal {
  const { valg } = journal
  switch (onske.type) {
    case 'reservasjon':
      return reserve(journal, onske.reservert, at)
    case 'sperring':
      return { ...journal, valg: { ...valg, sperret: onske.deler } }
    case 'blokkering':
      return { ...journal, valg: { ...valg, blokkert: onske.hprNumre.map(plain) } }
    case 'nett': {
      const { ikkePaNett: _before, ...others } = valg
      return { ...journal, valg: onske.paNett ? others : { ...others, ikkePaNett: true } }
    }
    case 'varsling': {
      const { varsling: _before, ...others } = valg
      return { ...journal, valg: onske.kanal === 'ingen' ? others : { ...others, varsling: onske.kanal } }
    }
    case 'egne':
      return { ...journal, egne: onske.egne }
    case 'opprett':
      return { ...journal, isRequested: true }
  }
}

/** The e-prescription world pads an HPR number to nine digits; it is the same number. */
export const plain = (hprNummer: string): string => hprNummer.replace(/^0+(?=.)/, '')

/** What is new in a choice, for others to hear (change list 7609): a reservation or its regret, and each who is blocked, or no longer. */
export function endringerIn(before: Valg, after: Valg): readonly Endring[] {
  const [was, is] = [before, after].map(({ reservertAt }) => reservertAt !== undefined)
  const added = (from: Valg, to: Valg) => (to.blokkert ?? []).filter((one) => !from.blokkert?.includes(one))
  return [
    ...(was === is ? [] : [{ endring: is ? ('RES' as const) : ('IRES' as const) }]),
    ...added(before, after).map((helseperson) => ({ endring: 'TBO' as const, helseperson })),
    ...added(after, before).map((helseperson) => ({ endring: 'TBF' as const, helseperson }))
  ]
}
type Endring = { readonly endring: 'RES' | 'IRES' | 'TBO' | 'TBF'; readonly helseperson?: string }
