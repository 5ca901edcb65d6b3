/** Two small services for the chassis' tests: a hospital that sends on a happening, and a nursing service that counts and answers. */
import { addressOf, derivedUuid, HerId, type Melding, Party, payloadOf } from '@budstikka/meldinger'
import { receipt, save, send, type ServiceDefinition } from './definition.ts'
import { createRegister } from './register-index.ts'

const party = (herId: string, tjeneste: string, businessType: string) =>
  Party.parse({
    herId,
    name: `Tjeneste ${herId}`,
    tjeneste,
    organisation: { herId: `9${herId}`, name: `Virksomhet ${herId}`, organisationNumber: '999999999', businessType },
    active: true
  })

export const hospital = party('1001', '8668-1', '101')
export const nursing = party('2002', '8663-KP02', '102')
export const casework = party('2003', '8663-KD0501', '102')

/** A register of the test's own, with the three parties. */
export function exampleRegister() {
  const register = createRegister()
  for (const each of [hospital, nursing, casework]) register.put(each)
  return register
}

export const exampleTime = Date.UTC(2019, 2, 1, 8)

/** A LOG_INNLAGT from the hospital to the nursing service; the same id gives the same bytes. */
export function exampleMelding(id: string, changes: Partial<Melding['envelope']> = {}): Melding {
  return {
    envelope: {
      type: 'LOG_INNLAGT',
      msgId: derivedUuid(exampleTime, id),
      genDate: new Date(exampleTime).toISOString(),
      sender: addressOf(hospital),
      receiver: addressOf(nursing),
      copies: [],
      patient: { givenName: 'Rolig', familyName: 'Fjell', dateOfBirth: '1948-03-02', sex: '2', idents: [] },
      ...changes
    },
    payload: payloadOf('Pasientlogistikk', {
      InformasjonOmForsendelsen: { Forsendelsesstatus: { V: 'N', DN: 'Ny' } },
      MeldingInnlagtPasient: {
        TidsfestetHendelse: { TidspunktForHendelse: { V: new Date(exampleTime).toISOString() }, Anslag: 'false' }
      }
    }),
    attachments: []
  }
}

export type Sent = { readonly receipts: readonly string[]; readonly overdue: number }

/** Event 'hendelse' {ids}: sends one melding each; remembers what the receipts said. */
export const sender: ServiceDefinition<Sent> = {
  name: 'sender',
  description: 'Sends on a happening.',
  hears: { tjenester: ['8668-1'], events: ['hendelse'] },
  initial: { receipts: [], overdue: 0 },
  keyOf: (incoming) => (incoming.type === 'event' ? undefined : 'all'),
  handle(state, incoming) {
    switch (incoming.type) {
      case 'event':
        return meldingerOf(incoming.data).map((melding) => send(melding))
      case 'receipt':
        return [save({ ...state, receipts: [...state.receipts, `${incoming.original.to} ${incoming.appRec.status}`] })]
      case 'overdue':
        return [save({ ...state, overdue: state.overdue + 1 })]
      case 'melding':
        return [receipt()]
    }
  }
}

function meldingerOf(data: unknown): Melding[] {
  return (data as { meldinger: { id: string; changes?: Partial<Melding['envelope']> }[] }).meldinger.map(
    ({ id, changes }) => exampleMelding(id, changes)
  )
}

/** Counts what it took over; fails on a melding whose patient is called Gift, as a service with an error in it would. */
export const taker: ServiceDefinition<{ readonly taken: number }> = {
  name: 'taker',
  description: 'Takes over what comes.',
  hears: { tjenester: ['8663-KP02', '8663-KD0501'], events: [] },
  initial: { taken: 0 },
  keyOf: () => 'all',
  handle(state, incoming) {
    if (incoming.type !== 'melding') return []
    if (incoming.melding.envelope.patient?.familyName === 'Gift') throw new RangeError('planted')
    return [save({ taken: state.taken + 1 }), receipt()]
  }
}

export const herId = (id: string) => HerId.parse(id)
