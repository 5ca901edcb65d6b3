/** What a list of prescriptions says of each (Reseptinfo of M9.2, M9.12 and M9NA2). */
import {
  addressType,
  dayOf,
  eReseptCs,
  identifyPersonNumber,
  identKind,
  oidOf,
  type Register
} from '@budstikka/meldinger'
import { statusSoknadSlv } from './godkjenningsfritak.ts'
import { boundTo, gyldige, type Resept } from './resept.ts'

/** What a customer of a net pharmacy sees too. */
export function kortOf(resept: Resept) {
  const { id, status, details, rekvirent, antall, reiterasjon, refNr } = resept
  const last = gyldige(resept).at(-1)
  return {
    Forskrivningsdato: details.forskrivningsdato,
    RekvirentId: rekvirent.hprNummer,
    NavnRekvirent: rekvirent.navn,
    ...details.vare,
    NavnFormStyrke: details.vare?.LegemiddelblandingNavn === undefined ? details.navnFormStyrke : undefined,
    ReseptId: id,
    Status: eReseptCs('7408', status),
    StatusSoknadSlv: statusSoknadSlv(resept),
    RefNr: refNr,
    SisteUtlevering: last && dayOf(last.at),
    Bruksomrade: details.bruksomrade,
    Antall: antall === undefined ? undefined : String(antall),
    Reiterasjon: String(reiterasjon)
  }
}

export function reseptinfoOf(resept: Resept, register: Register) {
  const { details, nedlasting, status, merknad, pasient } = resept
  // Who has it in hand, or has been asked to dispense it (schema of M9.2).
  const utleverer = nedlasting?.utleverer ?? boundTo(resept)
  return {
    ...kortOf(resept),
    ...details.pakning,
    Fornavn: details.fornavn,
    Mellomnavn: details.mellomnavn,
    Etternavn: details.etternavn,
    EndretFarmasoyt: eReseptCs('1101', '2'),
    MerknadTilbakekalling: status === 'T' ? merknad : undefined,
    NavnUtleverer: utleverer === undefined ? undefined : register.party(utleverer)?.name,
    Address: details.adresse && addressOf(details.adresse),
    Ident: pasient === undefined ? undefined : identOf(pasient),
    Vergeinnsynsreservasjon: String(details.isVergeinnsynReservert)
  }
}

const identOf = (Id: string) => ({
  Id,
  TypeId: { ...identKind(identifyPersonNumber(Id)?.kind ?? 'FNR'), S: oidOf('8116') }
})

const addressOf = ({ type, street, postalCode, city }: NonNullable<Resept['details']['adresse']>) => ({
  Type: type === undefined ? undefined : addressType(type),
  StreetAdr: street,
  PostalCode: postalCode,
  City: city
})
