/** A pharmacy, Helfo, a prescription and a claim for it, for the tests. */
import {
  derivedUuid,
  encodeMelding,
  enterpriseAddressOf,
  eReseptCs,
  eReseptCv,
  type Melding,
  type Oppgjorskrav,
  Party,
  type Payload,
  payloadOf,
  type Register,
  syntheticFodselsnummer
} from '@budstikka/meldinger'
import type { Effect } from '@budstikka/service'
import { openMemoryStore } from '@budstikka/transport'
import { registre } from '../service.ts'
import { openClaims } from './claims.ts'

/** 2 December 2019, 09:00 in Norway. */
export const now = Date.UTC(2019, 11, 2, 8)

const partyOf = (herId: string, name: string, tjeneste: string, organisationNumber: string) =>
  Party.parse({
    herId,
    name,
    tjeneste,
    organisation: { herId: `9${herId}`, name, organisationNumber, businessType: tjeneste === '8658-5' ? '113' : '108' },
    active: true
  })
// Numbers with right check digits that are nobody's here.
export const helfo = partyOf('11', 'Helfo', '8658-5', '999999999')
export const apotek = partyOf('12', 'Fjell apotek', '8664-FR', '811111112')
const parties = [helfo, apotek]
const register: Register = {
  party: (herId) => parties.find((one) => one.herId === herId),
  find: (tjeneste) => parties.filter((one) => one.tjeneste === tjeneste)
}

const numbers = [7, 8, 9].flatMap(
  (individualNumber) => syntheticFodselsnummer({ birthDate: '1950-01-10', individualNumber }) ?? []
)
export const [patient = '', another = ''] = numbers
export const kroner = (V: string) => ({ V, U: 'NOK' })

const melding = (id: string, type: string, payload: Payload): Melding => ({
  envelope: {
    type,
    msgId: derivedUuid(now, id),
    genDate: new Date(now).toISOString(),
    sender: enterpriseAddressOf(apotek),
    receiver: enterpriseAddressOf(helfo),
    copies: []
  },
  payload,
  attachments: []
})

/** A blue prescription (§ 2), as the pharmacy has it. */
export const resept: Melding = (() => {
  const { envelope, ...rest } = melding(
    'resept',
    'ERM1',
    payloadOf('M1', {
      Forskrivningsdato: '2019-11-20',
      Utloper: '2020-11-20',
      ReseptDokLegemiddel: {
        Varegruppekode: eReseptCs('7402', 'L'),
        Antall: '1',
        RefHjemmel: eReseptCv('7427', '200'),
        Reiterasjon: '0',
        Forskrivning: {
          Legemiddelpakning: {
            NavnFormStyrke: 'Aldrinol Tablett 20 mg',
            Reseptgruppe: eReseptCs('7421', 'C'),
            Varenr: '990001'
          }
        }
      },
      OppdatertFest: '2019-01-01T00:00:00'
    })
  )
  const idents = [{ id: patient, kind: 'FNR', codeSystem: '2.16.578.1.12.4.1.1.8116' }]
  return { envelope: { ...envelope, patient: { givenName: 'Stille', familyName: 'Elv', idents } }, ...rest }
})()

type Bill = Oppgjorskrav['Enkeltregning'][number]

/** 100 kroner, of which the patient pays 39. */
export const bill = (RegningsNr: string, { Utlevering, ...changes }: Partial<Bill> = {}): Bill => ({
  RegningsNr,
  SumRefusjon: kroner('61.00'),
  ReseptId: resept.envelope.msgId,
  Utlevering: {
    Registreringsdato: '2019-12-01T10:00:00',
    Dato: '2019-12-01T10:00:00',
    Nodekspedisjon: eReseptCs('1101', '2'),
    ReseptType: eReseptCs('7414', '1'),
    Multidose: 'false',
    VareSendPasient: 'false',
    Hjemmel: { RefHjemmel: eReseptCv('7427', '200') },
    Pasient: {
      Ident: { Id: patient, TypeId: { V: 'FNR', S: '2.16.578.1.12.4.1.1.8116', DN: 'Fødselsnummer' } },
      Vernepliktig: 'false',
      Egenandel: { Egenandel: kroner('39.00') }
    },
    Vare: [{ Navn: 'Aldrinol', Nr: '990001', Antall: '1', Pris: { Pris: kroner('100.00') } }],
    ...Utlevering
  },
  ...changes
})

/** A claim of so many bills, with its prescription; `changes` to the claim itself. */
export function claim(id: string, bills: readonly Bill[], changes: Partial<Oppgjorskrav> = {}): Melding {
  const sum = bills.reduce((total, { SumRefusjon }) => total + Number(SumRefusjon.V), 0)
  const krav = {
    OppgjorsNr: id,
    AvsenderDato: '2019-12-02',
    RefKrav: kroner(sum.toFixed(2)),
    AntEnkeltregninger: String(bills.length),
    Enkeltregning: [...bills],
    ...changes
  }
  const attachments = [{ mimeType: 'text/xml', base64: Buffer.from(encodeMelding(resept)).toString('base64') }]
  return { ...melding(id, 'ERM18', payloadOf('M18', krav)), attachments }
}

/** Helfo with an empty memory. */
export function openHelfo() {
  const { handle, initial } = registre({
    registers: [],
    deaths: { told: () => undefined },
    claims: openClaims(openMemoryStore()),
    reiser: { comeTo: () => undefined },
    provesvar: { hear: () => undefined, move: () => undefined },
    person: () => {
      throw new Error('expected nothing to happen, something did')
    }
  })
  return (came: Melding) =>
    handle(initial, { type: 'melding', melding: came, to: helfo.herId, role: 'PRIM' }, { now, register })
}

/** Codes of the refusal, or OK. */
export const receiptOf = (effects: readonly Effect<object>[]) =>
  effects.flatMap((effect) =>
    effect.type === 'receipt' ? (effect.refusal?.errors.map(({ code }) => code).join() ?? 'OK') : []
  )[0]
export const sentIn = (effects: readonly Effect<object>[]) =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))
