/** A melding that no rule refuses, and persons who exist nowhere, for the tests of the rules. */
import assert from 'node:assert/strict'
import { syntheticFodselsnummer } from '../identifiers/fodselsnummer.ts'
import type { Address, Envelope, Melding, Patient } from '../melding.ts'
import type { Receiver } from './judge.ts'

/** A synthetic fødselsnummer, or D-nummer. */
export function personNumber(options: { readonly dNumber?: boolean } = {}): string {
  for (let individualNumber = 0; individualNumber < 100; individualNumber++) {
    const id = syntheticFodselsnummer({ birthDate: '1945-05-17', individualNumber, ...options })
    if (id !== undefined) return id
  }
  assert.fail('five in six stems have control digits')
}

export const address = (organisation: string, herId: string): Address => ({
  organisation: { name: 'Organisasjon', idents: [{ id: organisation, kind: 'HER' }] },
  service: { name: 'Tjeneste', idents: [{ id: herId, kind: 'HER' }] }
})

export const patient: Patient = {
  familyName: 'Agurk',
  givenName: 'Blid',
  idents: [{ id: personNumber(), kind: 'FNR', codeSystem: '2.16.578.1.12.4.1.1.8116' }]
}

export const envelope: Envelope = {
  type: 'LOG_INNLAGT',
  msgId: '6f2c1a52-0000-8000-8000-000000000001',
  genDate: '2021-03-01T10:00:00+01:00',
  sender: address('100', '101'),
  receiver: address('200', '201'),
  copies: [{ ...address('300', '301'), role: 'COP' }],
  patient
}

const payload = { format: 'Pasientlogistikk', version: '1.6', content: {} }

export const meldingWith = (changes: Partial<Envelope>): Melding => ({
  envelope: { ...envelope, ...changes },
  payload,
  attachments: []
})

/** The primary receiver of the example. */
export const receiver: Receiver = {
  herId: '201',
  organisationIds: ['200'],
  ownsService: (herId) => herId === '201' || herId === '202'
}
