/** A small Norway and what happens in it, for the tests of the journal systems. */
import { createRng, type Hendelse, type Landscape, meldingOf, poorMeldingOf } from '@budstikka/landscape'
import type { AppRec, Melding } from '@budstikka/meldinger'
import type { Effect, Incoming, SentMelding, ServiceDefinition } from '@budstikka/service'
import { initial, type State } from './state.ts'

/** 1 July 2021, 12:00 in Norway. */
export const now = Date.UTC(2021, 6, 1, 10)

export type Scene = {
  readonly landscape: Landscape
  readonly definition: ServiceDefinition<State>
  /** HER-ids: who acts and to whom, to whom a melding comes, and between whom the receipted one went. */
  readonly actor: string
  readonly counterpart: string
  readonly receiver: string
  readonly between: { readonly from: string; readonly to: string }
}

/** The parties of the first municipality, and a patient who lives there. */
export function firstPlace(landscape: Landscape) {
  const [place] = landscape.places
  if (place === undefined) throw new Error('expected a municipality in the landscape')
  const { sykepleietjeneste, saksbehandling } = place
  const { fastlege } = patientOf(landscape)
  return { sykepleietjeneste, saksbehandling, hospital: place.trust.somatic, fastlege }
}

const patientOf = (landscape: Landscape) =>
  landscape.randomPerson(createRng('journal'), { bornFrom: 1930, bornTo: 1950 })

/** What a test says in words: what happens, what comes, what is sent, what a receipt says. */
export function examplesOf({ landscape, definition, actor, counterpart, receiver, between }: Scene) {
  const patient = patientOf(landscape)
  const world = { register: landscape, person: landscape.person }
  const sentOf = ({ envelope: { msgId, type: meldingType, genDate } }: Melding): SentMelding => ({
    msgId,
    meldingType,
    ...between,
    genDate,
    conversationId: msgId
  })
  return {
    sentOf,
    hendelseOf: (changes: Partial<Hendelse> & Pick<Hendelse, 'meldingType'>): Hendelse => ({
      id: 'en',
      at: now,
      actor,
      counterpart,
      patient: patient.id,
      status: 'N',
      copies: [],
      variant: 'plain',
      expectsAnswer: false,
      ...changes
    }),
    meldingFor: (hendelse: Hendelse) => meldingOf(hendelse, world),
    poorMeldingFor: (hendelse: Hendelse) => poorMeldingOf(hendelse, world),
    handle: (incoming: Incoming, state: State = initial) =>
      definition.handle(state, incoming, { now, register: landscape }),
    came: (melding: Melding, role: 'PRIM' | 'COP' = 'PRIM', to: string = receiver): Incoming => ({
      type: 'melding',
      melding,
      to,
      role
    }),
    receiptFor(melding: Melding, status: AppRec['status'], ...codes: string[]): Incoming {
      const { type, genDate, msgId, sender, receiver: receivedBy } = melding.envelope
      const errors = codes.map((code) => ({ code, codeSystem: '2.16.578.1.12.4.1.1.8221', name: code }))
      const parties = { sender: receivedBy, receiver: sender, role: 'PRIM' } as const
      const original = { type, genDate, id: msgId }
      const appRec: AppRec = { version: '1.1', id: 'kvittering', genDate, ...parties, status, errors, original }
      return { type: 'receipt', appRec, original: sentOf(melding) }
    }
  }
}

export const happened = (...hendelser: Hendelse[]): Incoming => ({
  type: 'event',
  name: 'hendelse',
  id: '1',
  data: { hendelser }
})

/** Types of what is sent, in order. */
export const sentTypes = (effects: readonly Effect<State>[]) =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding.envelope.type] : []))

export const savedState = (effects: readonly Effect<State>[]) =>
  effects.findLast((effect) => effect.type === 'save')?.state ?? initial
