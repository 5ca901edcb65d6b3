/** What a list of prescriptions says of each (Reseptinfo of M9.2 and M9.12). */
import { eReseptCs, type Register } from '@budstikka/meldinger'
import { statusSoknadSlv } from './godkjenningsfritak.ts'
import type { Resept } from './resept.ts'

export function reseptinfoOf(resept: Resept, register: Register) {
  const { id, status, details, rekvirent, antall, reiterasjon, refNr, utleveringer, nedlasting } = resept
  const last = utleveringer.findLast(({ annullertAv }) => annullertAv === undefined)
  return {
    Forskrivningsdato: details.forskrivningsdato,
    Fornavn: details.fornavn,
    Etternavn: details.etternavn,
    RekvirentId: rekvirent.hprNummer,
    NavnRekvirent: rekvirent.navn,
    NavnFormStyrke: details.navnFormStyrke,
    EndretFarmasoyt: eReseptCs('1101', '2'),
    ReseptId: id,
    Status: eReseptCs('7408', status),
    NavnUtleverer: nedlasting && register.party(nedlasting.utleverer)?.name,
    RefNr: refNr,
    StatusSoknadSlv: statusSoknadSlv(resept),
    Vergeinnsynsreservasjon: String(details.isVergeinnsynReservert),
    SisteUtlevering: last && new Date(last.at).toISOString().slice(0, 10),
    Bruksomrade: details.bruksomrade,
    Antall: antall === undefined ? undefined : String(antall),
    Reiterasjon: String(reiterasjon)
  }
}
