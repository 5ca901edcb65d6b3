/** A pharmacy in a small Norway, for the tests: what happens to it, what it is handed out, and what it does. */
import { initial } from '@budstikka/journal'
import { createLandscape, createRng, type Hendelse, meldingOf, msgIdOf } from '@budstikka/landscape'
import {
  derivedUuid,
  encodeMelding,
  enterpriseAddressOf,
  type Melding,
  type Payload,
  payloadOf
} from '@budstikka/meldinger'
import type { Effect, Incoming } from '@budstikka/service'
import { openMemoryStore } from '@budstikka/transport'
import { openAnmodninger } from './anmodninger.ts'
import type { Nedlastet } from './handle.ts'
import { openKrav } from './krav.ts'
import { apotek } from './service.ts'

/** 2 December 2019, 09:00 in Norway. */
export const now = Date.UTC(2019, 11, 2, 8)
export const dayMs = 24 * 60 * 60 * 1000

export const landscape = createLandscape({ year: 2019, seed: 'apotek', size: { municipalities: 2 } })
const world = { register: landscape, person: landscape.person }
const patient = landscape.randomPerson(createRng('apotek'), { bornFrom: 1950, bornTo: 1980 })
const only = (tjeneste: string) => {
  const [party] = landscape.find(tjeneste)
  if (party === undefined) throw new Error(`expected a party ${tjeneste} in the landscape`)
  return party
}
export const parties = { apotek: only('8664-FR'), reseptformidler: only('8658-1'), helfo: only('8658-5') }

export const hendelseOf = (changes: Partial<Hendelse> & Pick<Hendelse, 'id' | 'meldingType'>): Hendelse => ({
  at: now,
  actor: parties.apotek.herId,
  counterpart: parties.reseptformidler.herId,
  patient: patient.id,
  status: 'N',
  copies: [],
  variant: 'plain',
  expectsAnswer: false,
  ...changes
})

/** By it the doctor wrote what `utlevert` and `gjortOpp` are about. */
export const resept = (detail = 'x2 refusjon'): Melding =>
  meldingOf(hendelseOf({ id: 'resept', meldingType: 'ERM1', actor: patient.fastlege, at: now - dayMs, detail }), world)
export const reseptId = msgIdOf(now - dayMs, 'resept')
const about = { first: 'resept', firstAt: now - dayMs }

/** Somebody comes for it. */
export const utlevert = (id: string, changes: Partial<Hendelse> = {}): Hendelse =>
  hendelseOf({ id, meldingType: 'ERM10', ...about, detail: 'x2 refusjon', ...changes })
/** The pharmacy settles what it has dispensed of it. */
export const gjortOpp = (id: string, changes: Partial<Hendelse> = {}): Hendelse =>
  hendelseOf({ id, meldingType: 'ERM18', ...about, counterpart: parties.helfo.herId, at: now + dayMs, ...changes })

/** What was handed out when it was taken in hand. */
export const nedlastet = (m1?: Melding): Nedlastet => ({
  begins: 'm91',
  m94: 'm94',
  ...(m1 && { m1: Buffer.from(encodeMelding(m1)).toString('base64') })
})

export function openApotek() {
  const store = openMemoryStore()
  const krav = openKrav(store)
  const definition = apotek(landscape.person, krav, openAnmodninger(store))
  const hear = (incoming: Incoming, at = now): readonly Effect<typeof initial>[] =>
    definition.handle(initial, incoming, { now: at, register: landscape })
  return {
    krav,
    happens: (hendelser: readonly Hendelse[], hentet: Readonly<Record<string, Nedlastet>> = {}) =>
      hear({ type: 'event', name: 'hendelse', id: '1', data: { hendelser, nedlastet: hentet } }),
    comes: (melding: Melding) => hear({ type: 'melding', melding, to: parties.apotek.herId, role: 'PRIM' }),
    /** Reseptformidleren refuses a report. */
    isRefused({ envelope }: Melding) {
      const { type, genDate, msgId, sender, receiver } = envelope
      const ends = { sender: receiver, receiver: sender, role: 'PRIM' } as const
      const errors = [{ code: '357', codeSystem: '2.16.578.1.12.4.1.1.7419', name: 'Uten nedlasting' }]
      const original = { type, genDate, id: msgId }
      const appRec = { version: '1.0', id: 'kvittering', genDate, ...ends, status: '2', errors, original } as const
      const sent = { msgId, meldingType: type, from: '', to: '', genDate, conversationId: msgId }
      return hear({ type: 'receipt', appRec, original: sent })
    }
  }
}

/** Reseptformidleren asks the pharmacy to dispense the same (M21). */
export const anmodning = (RefNr: string): Melding => ({
  envelope: {
    type: 'ERM21',
    msgId: derivedUuid(now, 'm21'),
    genDate: new Date(now).toISOString(),
    sender: enterpriseAddressOf(parties.reseptformidler),
    receiver: enterpriseAddressOf(parties.apotek),
    copies: []
  },
  payload: payloadOf('M21', {
    ReseptId: reseptId,
    RefNr,
    EkspAnm: {
      Vilkar: 'true',
      MetodeEkspedering: { V: 'U', DN: 'Utlevering' },
      Utleverer: parties.apotek.herId,
      Kontaktperson: 'Stille Elv',
      OrgNrUtleverer: parties.apotek.organisation.organisationNumber,
      UtlevererNavn: parties.apotek.name
    }
  }),
  attachments: []
})

/** What Helfo sends the pharmacy. */
export const fraHelfo = (type: string, payload: Payload): Melding => ({
  envelope: {
    type,
    msgId: msgIdOf(now, type),
    genDate: new Date(now).toISOString(),
    sender: enterpriseAddressOf(parties.helfo),
    receiver: enterpriseAddressOf(parties.apotek),
    copies: []
  },
  payload,
  attachments: []
})

export const sentIn = (effects: readonly Effect<typeof initial>[]) =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))
/** Codes of the refusal, or OK. */
export const receiptOf = (effects: readonly Effect<typeof initial>[]) =>
  effects.flatMap((effect) =>
    effect.type === 'receipt' ? (effect.refusal?.errors.map(({ code }) => code).join() ?? 'OK') : []
  )[0]
