/** One payload of every message by which e-resept is asked and answers: for tests. */
import { payloadOf } from '../payload.ts'
import { cv, egenandel, fnr, hprId, navn, no, person, reseptId } from './examples-parts.ts'
import { eReseptCs, eReseptCv } from './codes.ts'

const aktiv = { Id: 'ID_0', Tidspunkt: '2026-01-01T00:00:00', Status: eReseptCs('7446', 'A') }
const Status = eReseptCs('7408', 'E')
const siste = { AntallPakningerUtlevertTotalt: '2', AntallPakningerUtlevertSiste: '1' }
const Multidoselege = {
  HprNr: '009876543',
  Navn: 'Gunn Omsorg',
  Org: 'Legene & Co',
  HerId: { Id: '72', TypeId: cv('9051', 'HER', 'HER-id') }
}
const utlevering = { NavnFormStyrke: navn, ...siste, TidspunktSisteUtlevering: '2026-01-06T10:00:00' }

export const eReseptLookUpExamples = {
  ERM41: payloadOf('M4.1', { Antall: '10' }),
  ERM42: payloadOf('M4.2', { RefNr: ['12345678901234', '12345678901235'] }),
  ERM95: payloadOf('M9.5', { Fnr: person, AlleResepter: no, Komprimering: '0' }),
  ERM96: payloadOf('M9.6', {
    PasientInfo: { Fnr: person },
    Listeelement: [
      {
        ReseptId: reseptId,
        Status: eReseptCs('7408', 'U'),
        TilbakekallingStatus: 'true',
        Arsak: eReseptCv('7500', '2'),
        Utlevering: [utlevering]
      }
    ]
  }),
  ERM97: payloadOf('M9.7', { ReseptId: reseptId, Komprimering: '0' }),
  ERM98: payloadOf('M9.8', { AntallUtleveringer: '2' }),
  ERM911: payloadOf('M9.11', { Fnr: person, InklReseptinfo: 'true', Komprimering: '0' }),
  ERM912: payloadOf('M9.12', { Pasient: { Fnr: person, RefMsgId: reseptId, Multidoselege } }),
  ERM921: payloadOf('M9.21', { EndringerEtter: '2026-01-05T00:00:00' }),
  ERM922: payloadOf('M9.22', { Fnr: [person] }),
  ERM9NA1: payloadOf('M9NA1', { IdKunde: fnr }),
  ERM9NA2: payloadOf('M9NA2', {
    Antall: '1',
    Reseptinfo: [
      {
        Forskrivningsdato: '2026-01-05',
        ReseptId: reseptId,
        NavnFormStyrke: navn,
        Reiterasjon: '3',
        RekvirentId: hprId.Id,
        NavnRekvirent: 'Gunn Omsorg',
        Status
      }
    ]
  }),
  ERM9NA3: payloadOf('M9NA3', { IdKunde: fnr, ReseptId: reseptId }),
  ERM9NA4: payloadOf('M9NA4', { ReseptId: reseptId, Status, Egenandel: egenandel, Utlevering: [utlevering] }),
  ERM271: payloadOf('M27.1', { Status: eReseptCs('7496', 'R'), GjelderFra: '2026-02-01' }),
  ERM272: payloadOf('M27.2', { RegistrertEndring: 'true', Multidoselege }),
  ERM28: payloadOf('M28', { AktivFra: '2026-02-01', Multidoselege }),
  ERM30: payloadOf('M30', {
    HentetDato: '2026-01-01T00:00:00',
    KatLegemiddelMerkevare: {
      OppfLegemiddelMerkevare: [
        {
          ...aktiv,
          LegemiddelMerkevare: {
            NavnFormStyrke: navn,
            Reseptgruppe: eReseptCs('7421', 'C'),
            Id: 'ID_1',
            Varenavn: 'Smertefri',
            Reseptgyldighet: [{ Varighet: 'P1Y' }]
          }
        }
      ]
    },
    KatByttegruppe: { OppfByttegruppe: [{ ...aktiv, Id: 'ID_2', Status: eReseptCs('7446', 'U') }] }
  }),
  ERMV: payloadOf('MV', {
    SystemInfo: [{ SystemCode: 'RF', SystemName: 'Budstikka', Version: '1', TimeLastUpdated: '2026-01-01T00:00:00' }],
    OperationSupplierInfo: {
      ServiceVendorName: 'Budstikka',
      ContactName: 'Vakten',
      ContactMail: 'post@example.no',
      ContactPhone: '73555555'
    }
  })
}
