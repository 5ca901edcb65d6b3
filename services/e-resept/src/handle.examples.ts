/** A small Norway with its Reseptformidler, for the tests: who prescribes, who dispenses, and what they send. */
import { createLandscape, createRng, familyOf, type Hendelse, meldingOf } from '@budstikka/landscape'
import {
  contentOf,
  derivedUuid,
  enterpriseAddressOf,
  type FormatName,
  type Melding,
  type Payload,
  type Register,
  payloadOf
} from '@budstikka/meldinger'
import { type Effect, type Incoming, openBevis } from '@budstikka/service'
import { openMemoryStore } from '@budstikka/transport'
import { answer } from './answer.ts'
import type { Setup } from './handle.ts'
import { now } from './resept.examples.ts'
import { eresept } from './service.ts'
import { openMemory, type State } from './state.ts'

export const landscape = createLandscape({ year: 2019, seed: 'e-resept', size: { municipalities: 3 } })
const world = { register: landscape, person: landscape.person }
export const patient = landscape.randomPerson(createRng('e-resept'), { bornFrom: 1950, bornTo: 1980 })
const only = (tjeneste: string, number = 0) => {
  const party = landscape.find(tjeneste)[number]
  if (party === undefined) throw new Error(`expected a party ${tjeneste} in the landscape`)
  return party.herId
}
export const parties = {
  reseptformidler: only('8658-1'),
  kjernejournal: only('8658-2'),
  legemiddelverket: only('8658-8'),
  fastlege: patient.fastlege,
  annenFastlege: only('person', only('person') === patient.fastlege ? 1 : 0),
  sykehus: only('8666-FR'),
  apotek: only('8664-FR'),
  annetApotek: only('8664-FR', 1)
}
export const setup: Setup = {
  rekvirenter: ['101', '103', '8663-KA02'],
  svartelistede: [],
  utenCpa: [],
  reopensOnAnnulment: true,
  fastlegeOf: (id) => landscape.person(id).fastlege,
  foreldreOf: (id) => familyOf('e-resept', id).parents,
  bevis: openBevis(undefined),
  nettAlder: 16,
  reservasjoner: ['KJ']
}

const hendelseOf = (changes: Partial<Hendelse> & Pick<Hendelse, 'id' | 'meldingType' | 'actor'>): Hendelse => ({
  at: now,
  counterpart: parties.reseptformidler,
  patient: patient.id,
  status: 'N',
  copies: [],
  variant: 'plain',
  expectsAnswer: false,
  ...changes
})

/** A prescription for so many dispensings. */
export const m1 = (id: string, { from = parties.fastlege, dispensings = 1, at = now } = {}): Melding =>
  meldingOf(hendelseOf({ id, meldingType: 'ERM1', actor: from, at, detail: `x${dispensings}` }), world)

export type About = {
  readonly from?: string
  readonly at?: number
  readonly detail?: string
  readonly dispensings?: number
}

/** What is reported of the prescription that `m1(resept)` wrote. */
export const m10 = (
  id: string,
  resept: string,
  { from = parties.apotek, at = now, detail = '', dispensings = 1 }: About = {}
): Melding => {
  const about = { at, detail: `x${dispensings} ${detail}`, first: resept, firstAt: now }
  return meldingOf(hendelseOf({ id, meldingType: 'ERM10', actor: from, ...about }), world)
}

export const m5 = (id: string, resept: string, { from = parties.fastlege, at = now }: About = {}): Melding =>
  meldingOf(hendelseOf({ id, meldingType: 'ERM5', actor: from, at, first: resept, firstAt: now }), world)

/** The fastlege wants to be told (M24.1). */
export function m241(
  id: string,
  { from = parties.fastlege, at = now, detail, isOver }: About & { readonly isOver?: true } = {}
): Melding {
  const about = { at, ...(detail !== undefined && { detail }) }
  const melding = meldingOf(hendelseOf({ id, meldingType: 'ERM241', actor: from, ...about }), world)
  if (!isOver) return melding
  return changed(melding, 'M24.1', (content) => payloadOf('M24.1', { ...content, SamtykkeTil: '2019-12-01' }))
}

/** The same melding about something else. */
export function changed<F extends FormatName>(
  melding: Melding,
  format: F,
  change: (content: Extract<ReturnType<typeof contentOf<F>>, { type: 'content' }>['content']) => Payload
): Melding {
  const read = contentOf(melding.payload, format)
  if (read.type !== 'content') throw new Error(`expected ${format}`)
  return { ...melding, payload: change(read.content) }
}

/** `id` names it: the same id is the same question. */
export const question = (
  id: string,
  type: string,
  payload: Payload,
  { from = parties.apotek, at = now }: About
): Melding => {
  const [sender, receiver] = [from, parties.reseptformidler].map((herId) => landscape.party(herId))
  if (sender === undefined || receiver === undefined) throw new Error('expected both parties in the landscape')
  const genDate = new Date(at).toISOString()
  const ends = { sender: enterpriseAddressOf(sender), receiver: enterpriseAddressOf(receiver), copies: [] }
  return { envelope: { type, msgId: derivedUuid(at, id), genDate, ...ends }, payload, attachments: [] }
}

const nei = { V: '2', DN: 'Nei' }
export const m91 = (id: string, about: About & { readonly all?: true } = {}): Melding => {
  const AlleResepter = about.all ? { V: '1', DN: 'Ja' } : nei
  const asked = { Fnr: patient.id, AlleResepter, AnsattId: '990000000', InkluderVergeinnsynsreservasjon: nei }
  return question(id, 'ERM91', payloadOf('M9.1', asked), about)
}
export const m93 = (id: string, ReseptId: string, about: About = {}): Melding =>
  question(id, 'ERM93', payloadOf('M9.3', { ReseptId, AnsattId: '990000000' }), about)

type Opened = { readonly setup: Setup; readonly register: Register }

/** Reseptformidleren with an empty memory. */
export function openReseptformidler({ setup: by = setup, register = landscape }: Partial<Opened> = {}) {
  const store = openMemoryStore()
  const memory = openMemory(store, { retentionMs: 30 * 24 * 60 * 60 * 1000 })
  const definition = eresept(memory, by)
  const hear = (incoming: Incoming, at: number): readonly Effect<State>[] =>
    definition.handle(definition.initial, incoming, { now: at, register })
  return {
    memory,
    hear: (melding: Melding) =>
      hear({ type: 'melding', melding, to: parties.reseptformidler, role: 'PRIM' }, timeOf(melding)),
    ask(melding: Melding, isRepeated = false) {
      const to = parties.reseptformidler
      const state = memory.of({ type: 'melding', melding, to, role: 'PRIM' })
      const context = { now: timeOf(melding), register, setup: by }
      const given = answer(state, { melding, to, isRepeated }, context)
      if (given.state !== undefined && !isRepeated) memory.save(given.state, context.now)
      return given
    },
    tell: (name: string, data: unknown) => hear({ type: 'event', name, id: name, data }, now),
    /** The fastlege (HER-id) of a prescription's patient asks for M8. */
    subscribe(melding: Melding, abonnent: string) {
      const state = memory.of({ type: 'melding', melding, to: '', role: 'PRIM' })
      memory.save({ ...state, pasient: { ...state.pasient, abonnent } }, now)
    },
    strike: (at: number) => hear({ type: 'event', name: 'klokke', id: String(at), data: { at } }, at),
    resept: (melding: Melding) => memory.of({ type: 'melding', melding, to: '', role: 'PRIM' }).resept
  }
}

const timeOf = ({ envelope }: Melding) => Date.parse(envelope.genDate)

/** Codes of the refusal, or OK. */
export const receiptOf = (effects: readonly Effect<State>[]) =>
  effects.flatMap((effect) =>
    effect.type === 'receipt' ? (effect.refusal?.errors.map(({ code }) => code).join() ?? 'OK') : []
  )[0]

/** Type and receiver of what is sent, in order. */
export const sentIn = (effects: readonly Effect<State>[]) =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))
