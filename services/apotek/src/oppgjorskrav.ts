/** M18: a pharmacy claims what the state pays of a blue prescription, with the prescription attached. */
import { dateOf, fest, type Hendelse } from '@budstikka/landscape'
import {
  amountOf,
  contentOf,
  decodeMelding,
  derivedUuid,
  enterpriseAddressOf,
  eReseptCs,
  type Ident,
  type Melding,
  type Oppgjorskrav,
  type Party,
  payloadOf,
  readXml
} from '@budstikka/meldinger'
import type { Uavklart, Utlevert } from './krav.ts'

/** What a patient pays of a blue prescription, in per cent: our choice, as in the official example of M18. */
const egenandelPercent = 39
/** Who claims at the pharmacy: our choice, nobody's HPR number. */
const AnsattId = '990000000'

export type Claim = { readonly melding: Melding; readonly oppgjorsNr: string; readonly oere: number }

/** Undefined where the prescription cannot be read. Its number is the pharmacy's HER-id and a number that follows from why it claims. */
export function oppgjorskrav(
  { id, at }: Pick<Hendelse, 'id' | 'at'>,
  { from, to }: { readonly from: Party; readonly to: Party },
  { m1, utlevert }: Uavklart
): Claim | undefined {
  const resept = reseptIn(m1)
  if (resept === undefined) return undefined
  const msgId = derivedUuid(at, 'ERM18', id, from.herId)
  const oppgjorsNr = `${from.herId}_${Number.parseInt(msgId.slice(-12), 16)}`
  const bills = utlevert.map((one, i) => billOf(resept, one, String(i + 1).padStart(10, '0')))
  const oere = bills.reduce((sum, bill) => sum + bill.oere, 0)
  const payload = payloadOf('M18', {
    OppgjorsNr: oppgjorsNr,
    AvsenderDato: dateOf(at),
    RefKrav: amountOf(oere),
    AntEnkeltregninger: String(bills.length),
    Enkeltregning: bills.map(({ regning }) => regning)
  })
  const ends = { sender: enterpriseAddressOf(from), receiver: enterpriseAddressOf(to), copies: [] }
  const envelope = { type: 'ERM18', msgId, genDate: new Date(at).toISOString(), ...ends }
  return { melding: { envelope, payload, attachments: [{ mimeType: 'text/xml', base64: m1 }] }, oppgjorsNr, oere }
}

type Bill = { readonly regning: Oppgjorskrav['Enkeltregning'][number]; readonly oere: number }
type Known = NonNullable<ReturnType<typeof reseptIn>>

function reseptIn(m1: string) {
  const root = readXml(Buffer.from(m1, 'base64'))
  const read = 'reason' in root ? undefined : decodeMelding(root)
  if (read?.type !== 'melding') return undefined
  const content = contentOf(read.melding.payload, 'M1')
  return content.type === 'content' ? { envelope: read.melding.envelope, m1: content.content } : undefined
}

/** One dispensing: the price of what was dispensed by FEST, less what the patient pays. */
function billOf({ envelope, m1 }: Known, { at, varenr, antall, isLast }: Utlevert, RegningsNr: string): Bill {
  const { patient, sender, msgId } = envelope
  const { ReseptDokLegemiddel: legemiddel } = m1
  const vare = fest().find((one) => one.varenr === varenr)
  const price = Math.round(Number(vare?.pris ?? 0) * 100 * antall)
  const egenandel = Math.round((price * egenandelPercent) / 100)
  const oere = price - egenandel
  const time = new Date(at).toISOString()
  const regning = {
    RegningsNr,
    SumRefusjon: amountOf(oere),
    ReseptId: msgId,
    Utlevering: {
      Registreringsdato: time,
      Dato: time,
      Nodekspedisjon: eReseptCs('1101', '2'),
      ReseptType: eReseptCs('7414', '1'),
      Multidose: 'false',
      VareSendPasient: 'false',
      ...(legemiddel?.RefHjemmel && { Hjemmel: { RefHjemmel: legemiddel.RefHjemmel, RefKode: legemiddel.RefKode } }),
      Pasient: {
        Ident: identIn(patient?.idents, 'FNR') ?? identIn(patient?.idents, 'DNR'),
        Fornavn: patient?.givenName,
        Etternavn: patient?.familyName,
        Vernepliktig: 'false',
        Egenandel: { Egenandel: amountOf(egenandel) }
      },
      Resept: {
        Forskrivningsdato: m1.Forskrivningsdato,
        Avsluttet: String(isLast),
        Rekvirent: {
          Ident: identIn(sender.person?.idents, 'HPR'),
          Fornavn: sender.person?.givenName,
          Etternavn: sender.person?.familyName,
          Inst: sender.organisation.name
        }
      },
      Vare: [
        {
          Navn: vare?.varenavn ?? '',
          Nr: varenr,
          Atc: vare?.atc.code,
          Antall: String(antall),
          Pris: { Pris: amountOf(price) }
        }
      ],
      AnsattId
    }
  }
  return { regning, oere }
}

/** Names of list 8116. */
const identNames: Readonly<Record<string, string>> = { FNR: 'Fødselsnummer', DNR: 'D-nummer', HPR: 'HPR-nummer' }

function identIn(idents: readonly Ident[] | undefined, kind: string) {
  const found = idents?.find((one) => one.kind === kind)
  return found && { Id: found.id, TypeId: { V: kind, S: '2.16.578.1.12.4.1.1.8116', DN: identNames[kind] } }
}
