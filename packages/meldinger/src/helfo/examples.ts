/** Questions about frikort and whose list somebody is on, with their answers, and a claim: for tests. */
import { oidOf } from '../felles/code-names.ts'
import { payloadOf } from '../payload.ts'

const BorgerFnr = '15876500565'
const Dato = '2026-01-05'
const frikort = { BorgerFnr, Dato, TjenestetypeKode: 'LE' }
const Status = { V: '1', DN: 'Ja' }
const krav = payloadOf('BehandlerKrav', {
  Enkeltregning: [
    {
      Guid: '{0190a2f4-0000-8000-8000-000000000001}',
      BetaltEgenandel: { korrigering: 'false', erBetalt: 'true' },
      RegningNr: '1',
      DatoTid: '2026-01-05T10:00:00',
      Patient: { Ident: { Id: BorgerFnr, TypeId: { V: 'FNR', S: oidOf('8116') } } },
      Behandling: {
        Takst: [{ Kode: '2ad', Antall: '1' }],
        SumKrav: { EgenandelHonorar: { V: '160', U: 'NOK' }, Refusjon: { V: '0', U: 'NOK' } }
      }
    }
  ],
  Krav: { AntallRegninger: '1', SumKravSamlet: { V: '160', U: 'NOK' } },
  navnEPJ: 'Budstikka'
})

export const helfoExamples = {
  EgenandelForesporselV2: payloadOf('EgenandelForesporselV2', { HarBorgerFrikort: frikort }),
  EgenandelSvarV2: payloadOf('EgenandelSvarV2', { Status, Svarmelding: 'Innbyggeren har frikort' }),
  EgenandelMengdeForesporselV2: payloadOf('EgenandelMengdeForesporselV2', { HarBorgerFrikort: [frikort, frikort] }),
  EgenandelMengdeSvarV2: payloadOf('EgenandelMengdeSvarV2', { HarBorgerFrikortSvar: [{ ...frikort, Status }] }),
  FastlegeForesporsel: payloadOf('FastlegeForesporsel', { HentFastlege: { PasientFnr: BorgerFnr } }),
  FastlegeSvar: payloadOf('FastlegeSvar', {
    Kommune: { V: '0301', DN: 'Oslo' },
    LegekontorNavn: 'Legekontoret',
    Lege: {
      FamilyName: 'Omsorg',
      GivenName: 'Gunn',
      Ident: [{ Id: '1234567', TypeId: { V: 'HPR', S: oidOf('8116') } }]
    }
  }),
  LOM: krav,
  POM: krav
}
