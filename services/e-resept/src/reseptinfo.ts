/** What a list of prescriptions says of each (Reseptinfo of M9.2, M9.12 and M9NA2). */
import { dayOf, eReseptCs, type Register } from '@budstikka/meldinger'
import { statusSoknadSlv } from './godkjenningsfritak.ts'
import { gyldige, type Resept } from './resept.ts'

/** What a customer of a net pharmacy sees too. */
export function kortOf(resept: Resept) {
  const { id, status, details, rekvirent, antall, reiterasjon, refNr } = resept
  const last = gyldige(resept).at(-1)
  return {
    Forskrivningsdato: details.forskrivningsdato,
    RekvirentId: rekvirent.hprNummer,
    NavnRekvirent: rekvirent.navn,
    NavnFormStyrke: details.navnFormStyrke,
    ReseptId: id,
    Status: eReseptCs('7408', status),
    RefNr: refNr,
    SisteUtlevering: last && dayOf(last.at),
    Bruksomrade: details.bruksomrade,
    Antall: antall === undefined ? undefined : String(antall),
    Reiterasjon: String(reiterasjon)
  }
}

export function reseptinfoOf(resept: Resept, register: Register) {
  const { details, nedlasting } = resept
  return {
    ...kortOf(resept),
    Fornavn: details.fornavn,
    Etternavn: details.etternavn,
    EndretFarmasoyt: eReseptCs('1101', '2'),
    NavnUtleverer: nedlasting && register.party(nedlasting.utleverer)?.name,
    StatusSoknadSlv: statusSoknadSlv(resept),
    Vergeinnsynsreservasjon: String(details.isVergeinnsynReservert)
  }
}
