/** A small Norway and what happens in it, for the tests of the care system. */
import { createLandscape, createRng, type Hendelse, meldingOf, poorMeldingOf } from '@budstikka/landscape'
import type { AppRec, Melding } from '@budstikka/meldinger'
import type { Effect, Incoming, SentMelding } from '@budstikka/service'
import { pleieOmsorg } from './service.ts'
import { initial, type State } from '@budstikka/journal'

export const landscape = createLandscape({ year: 2021, seed: 'care', size: { municipalities: 2 } })
export const definition = pleieOmsorg(landscape.person)
/** 1 July 2021, 12:00 in Norway. */
export const now = Date.UTC(2021, 6, 1, 10)

const [place] = landscape.places
if (place === undefined) throw new Error('expected a municipality in the landscape')
export const { sykepleietjeneste, saksbehandling } = place
export const hospital = place.trust.somatic
const patient = landscape.randomPerson(createRng('care'), { bornFrom: 1930, bornTo: 1950 })
export const { fastlege } = patient

export const hendelseOf = (changes: Partial<Hendelse> & Pick<Hendelse, 'meldingType'>): Hendelse => ({
  id: 'en',
  at: now,
  actor: hospital,
  counterpart: sykepleietjeneste,
  patient: patient.id,
  status: 'N',
  copies: [],
  variant: 'plain',
  expectsAnswer: false,
  ...changes
})

const world = { register: landscape, person: landscape.person }
export const meldingFor = (hendelse: Hendelse) => meldingOf(hendelse, world)
export const poorMeldingFor = (hendelse: Hendelse) => poorMeldingOf(hendelse, world)

export const handle = (incoming: Incoming, state: State = initial) =>
  definition.handle(state, incoming, { now, register: landscape })

export const came = (melding: Melding, role: 'PRIM' | 'COP' = 'PRIM', to: string = sykepleietjeneste): Incoming => ({
  type: 'melding',
  melding,
  to,
  role
})

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

export const sentOf = ({ envelope }: Melding): SentMelding => ({
  msgId: envelope.msgId,
  meldingType: envelope.type,
  from: sykepleietjeneste,
  to: fastlege,
  genDate: envelope.genDate,
  conversationId: envelope.msgId
})

export function receiptFor(melding: Melding, status: AppRec['status'], ...codes: string[]): Incoming {
  const { type, genDate, msgId, sender, receiver } = melding.envelope
  const errors = codes.map((code) => ({ code, codeSystem: '2.16.578.1.12.4.1.1.8221', name: code }))
  const original = { type, genDate, id: msgId }
  const from = { sender: receiver, receiver: sender, role: 'PRIM' } as const
  const appRec: AppRec = { version: '1.1', id: 'kvittering', genDate, ...from, status, errors, original }
  return { type: 'receipt', appRec, original: sentOf(melding) }
}
