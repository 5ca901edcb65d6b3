/** What Reseptformidleren decides about what comes: takes it over, refuses it with a code, and tells those who are to know. */
import { contentOf, type FormatName, herIdOf, type Melding, refuse, requireSynthetic } from '@budstikka/meldinger'
import { type Bevis, type Context, type Effect, type Incoming, receipt, tellUnanswered } from '@budstikka/service'
import { ansvar } from './ansvar.ts'
import { abonner } from './abonner.ts'
import { forskriv } from './forskriv.ts'
import { fraMultidoseapotek, legemiddelliste } from './lib.ts'
import { hearOf } from './person.ts'
import {
  type About,
  firstBroken,
  isUtleverer,
  refuseType,
  rekvirentRules,
  type RFAdmin,
  type Rule,
  utlevererRules
} from './rules.ts'
import type { State } from './state.ts'
import { refuse7419 } from './refuse.ts'
import { anmodning, svar } from './soknad.ts'
import { tilbakekall } from './tilbakekall.ts'
import { utlever } from './utlever.ts'

export type Effects = readonly Effect<State>[]

/** How Reseptformidleren is set up: see config.ts. */
export type Setup = RFAdmin & {
  readonly reopensOnAnnulment: boolean
  /** Fastlegeregisteret: HER-id of a patient's fastlege, by person number. */
  fastlegeOf(pasient: string): string | undefined
  /** Folkeregisteret: person numbers of a child's parents. */
  foreldreOf(barn: string): readonly string[]
  readonly bevis: Bevis
  /** From which age a net pharmacy's customer may log in. */
  readonly nettAlder: number
  readonly reservasjoner: readonly string[]
}

/** One melding with all that its decision needs. */
export type Case<Content> = {
  readonly state: State
  readonly melding: Melding
  readonly content: Content
  /** HER-ids (level 2): us, and who sent it. */
  readonly us: string
  readonly from: string
  readonly about: About
  readonly setup: Setup
}

export function handle(state: State, incoming: Incoming, context: Context & { readonly setup: Setup }): Effects {
  switch (incoming.type) {
    case 'melding':
      return receive(state, incoming, context)
    case 'receipt':
    case 'overdue':
      return tellUnanswered(incoming)
    case 'event':
      return hearOf(state, incoming, context.setup.reservasjoner)
  }
}

function receive(
  state: State,
  { melding, to }: Extract<Incoming, { type: 'melding' }>,
  { register, now, setup }: Context & { readonly setup: Setup }
): Effects {
  const refusal = requireSynthetic(melding.envelope.patient) ?? refuseType(melding)
  if (refusal !== undefined) return [receipt(refusal)]
  const from = herIdOf(melding.envelope.sender) ?? ''
  const about = {
    envelope: melding.envelope,
    from: register.party(from),
    register,
    now,
    rfAdmin: setup
  }
  switch (melding.payload.format) {
    case 'M1':
      return read('M1', forskriv, rekvirentRules)
    case 'M5':
      return read('M5', tilbakekall)
    case 'M10':
      return read('M10', utlever)
    case 'M3':
      return read('M3', anmodning)
    case 'M15':
      return read('M15', svar)
    case 'M25.1':
      return read('M25.1', legemiddelliste, rekvirentRules)
    case 'M25.2':
      return read('M25.2', (one) => fraMultidoseapotek(one, 'M25.2'), utlevererRules)
    case 'M25.3':
      return read('M25.3', (one) => fraMultidoseapotek(one, 'M25.3'), utlevererRules)
    case 'M27.1':
      return read('M27.1', ansvar, isUtleverer(about) ? [] : rekvirentRules)
    case 'M24.1':
      return read('M24.1', abonner, rekvirentRules)
    default:
      return [receipt(refuse('T10', 'HITS 1168 §6.2'))]
  }

  /**
   * By a number that is no longer in use nothing new is written (363), which is said to who may send it (`senderRules`). Without these it
   * names a prescription, which is reported, recalled and applied for all the same.
   */
  function read<F extends FormatName>(
    name: F,
    decide: (one: Case<Extract<ReturnType<typeof contentOf<F>>, { type: 'content' }>['content']>) => Effects,
    senderRules?: readonly Rule<unknown>[]
  ): Effects {
    const { payload } = melding
    const content = contentOf(payload, name)
    if (content.type !== 'content') return [receipt(refuse('T02', 'HITS 1168 §6.2'))]
    if (state.pasient.harNyIdentitet && senderRules !== undefined)
      return [receipt(firstBroken(senderRules, content.content, about) ?? refuse7419(363, 'kodeverk 7419'))]
    return decide({ state, melding, content: content.content, us: to, from, about, setup })
  }
}
