/** One payload of every message of e-resept about money, consent and the medicine list: for tests. */
import { payloadOf } from '../payload.ts'
import { cv, fnr, hprId, kroner, m10Id, navn, no, reseptId, xmlB64 } from './examples-parts.ts'
import { eReseptCs, eReseptCv } from './codes.ts'

const Rolle = [{ Rolle: eReseptCs('7490', 'L'), Helseperson: { HprId: hprId, Etternavn: 'Omsorg' } }]
const oppforing = {
  Id: 'lib-1',
  Type: eReseptCs('7491', 'E'),
  ReseptId: reseptId,
  SistEndret: '2026-01-05T10:00:00',
  ReseptDokLegemiddelB64: xmlB64
}
const Sporsmal = [
  {
    Kode: eReseptCv('7495', '3'),
    Tidspunkt: '2026-01-05T10:00:00',
    Stiller: 'Apoteket',
    Svar: { Kode: eReseptCv('7493', '1') }
  }
]
const lib = { Rolle, EnkeltoppforingLIB: [oppforing] }
const Allergi = [
  {
    Reaksjon: cv('7497', '1', 'Anafylaktisk reaksjon'),
    Oppdatert: '2026-01-05T10:00:00',
    Kilde: cv('7498', '2', 'Observert av behandlende lege'),
    Legemiddelreaksjon: { Atc: cv('7180', 'N02BE01', 'Paracetamol') }
  }
]

export const eReseptSettlementExamples = {
  ERM18: payloadOf('M18', {
    OppgjorsNr: '17',
    AvsenderDato: '2026-01-31',
    RefKrav: kroner('140.50'),
    AntEnkeltregninger: '1',
    Enkeltregning: [
      {
        RegningsNr: '1',
        SumRefusjon: kroner('140.50'),
        ReseptId: reseptId,
        Utlevering: {
          Registreringsdato: '2026-01-06T10:00:00',
          Dato: '2026-01-06T10:00:00',
          Nodekspedisjon: no,
          ReseptType: eReseptCs('7414', '1'),
          Multidose: 'false',
          VareSendPasient: 'false',
          Hjemmel: { RefHjemmel: eReseptCv('7427', '200') },
          Pasient: { Ident: fnr, Vernepliktig: 'false', Egenandel: { Egenandel: kroner('55') } },
          Resept: { Forskrivningsdato: '2026-01-05', Rekvirent: { Ident: hprId } },
          Vare: [{ Navn: navn, Nr: '999001', Antall: '1', Pris: { Pris: kroner('195.50') } }]
        }
      }
    ]
  }),
  ERM22: payloadOf('M22', {
    OppgjorsNr: '17',
    BehandlingDato: '2026-02-10',
    Regning: [
      {
        RegningsNr: '1',
        Krav: kroner('140.50'),
        Godkjent: kroner('140.50'),
        Status: eReseptCs('7410', '2'),
        Merknad: ['Uten anmerkning']
      }
    ]
  }),
  ERM23: payloadOf('M23', {
    Utbetalingsnr: '4',
    Utbetalt: kroner('140.50'),
    UtbetaltDato: '2026-02-14',
    Oppgjor: [{ OppgjorsNr: '17', Godkjent: kroner('140.50') }]
  }),
  ERM241: payloadOf('M24.1', {
    SamtykkeGittAv: eReseptCs('7456', '2'),
    SamtykkeTil: '2030-12-31',
    TypeSamtykke: { V: '1', DN: 'Samtykke for utleveringsmelding' }
  }),
  ERM242: payloadOf('M24.2', { Svar: eReseptCs('7457', '1') }),
  ERM251: payloadOf('M25.1', {
    Rolle,
    EnkeltoppforingLIB: [
      oppforing,
      {
        ...oppforing,
        Id: 'lib-2',
        Seponering: { Tidspunkt: '2026-01-05T10:00:00', Arsak: eReseptCs('7494', 'A') },
        Sporsmal
      }
    ],
    Allergi,
    Merknad: 'Etter <samtale>'
  }),
  ERM252: payloadOf('M25.2', {
    Rolle,
    EnkeltoppforingLIB: [{ ...oppforing, Sporsmal }],
    Pakkeinfo: { Bestillingsfrist: '2026-01-20T12:00:00' }
  }),
  ERM253: payloadOf('M25.3', {
    Rolle,
    EnkeltoppforingLIB: [
      {
        ...oppforing,
        SisteUtlevering: [
          { RefM10: m10Id, DatoForsteDose: '2026-01-10', DatoSisteDose: '2026-01-23', UtleveringB64: xmlB64 }
        ]
      }
    ]
  }),
  ERM254: payloadOf('M25.4', { ...lib, Allergi })
}
