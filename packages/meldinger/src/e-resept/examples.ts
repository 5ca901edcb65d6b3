/** One payload of every message of e-resept, small but with the parts that carry its meaning: for tests. */
import { payloadOf } from '../payload.ts'
import { eReseptLookUpExamples } from './examples-look-up.ts'
import { eReseptSettlementExamples } from './examples-settlement.ts'
import {
  cv,
  egenandel,
  herId,
  hprId,
  kroner,
  m10Id,
  navn,
  no,
  person,
  reseptId,
  xmlB64,
  yes
} from './examples-parts.ts'
import { eReseptCs, eReseptCv } from './codes.ts'

const pakning = {
  Atc: cv('7180', 'N02BE01', 'Paracetamol'),
  NavnFormStyrke: navn,
  Reseptgruppe: eReseptCs('7421', 'C'),
  Varenr: '999001',
  PakningsinfoResept: [{ Varenavn: 'Smertefri', Pakningsstr: '100', EnhetPakning: eReseptCv('7452', 'stk') }]
}
const Dosering = [
  {
    Starttidspunkt: { V: '2026-01-05' },
    DoseFastTidspunkt: [{ Mengde: { V: '1', U: 'tablett' }, Klokkeslett: '08:00:00', GisEksakt: 'false' }]
  }
]
const ReseptDokLegemiddel = {
  Varegruppekode: eReseptCs('7402', 'L'),
  Antall: '1',
  Reiterasjon: '3',
  Forskrivning: { Bruksomrade: 'Mot <smerter>', Dosering, Legemiddelpakning: pakning }
}
const Utlevering = {
  ReseptId: reseptId,
  Utleveringsdato: '2026-01-06',
  Annullering: 'false',
  Avsluttet: no,
  ReseptDokLegemiddel,
  Utleverer: { HerId: herId, Navn: 'Apoteket' },
  Intervensjon: [{ Kode: eReseptCv('7412', '212'), EndringsType: eReseptCs('7413', 'V') }]
}
const rapport = { Utlevering, ReferanseM10: m10Id }
const refHjemmel = eReseptCv('7427', '200')
const Instituert = { Helseperson: { HprId: hprId, Fornavn: 'Gunn', Etternavn: 'Omsorg' } }

export const eReseptExamples = {
  ERM1: payloadOf('M1', {
    Forskrivningsdato: '2026-01-05',
    Utloper: '2027-01-05',
    ReseptDokLegemiddel,
    OppdatertFest: '2026-01-01T00:00:00',
    LastResept: 'false'
  }),
  ERM2: payloadOf('M2', {
    Diagnose: cv('7110', 'M05', 'Seropositiv revmatoid artritt'),
    Begrunnelse: 'Varig behandling',
    UtenforInstitusjon: yes,
    Forstegangs: yes,
    Oppdatert: 'true',
    Soknad3: {
      OmsoktLegemiddel: [{ Uuid: reseptId, ForskrivningB64: xmlB64 }],
      AlvorligSykdom: eReseptCv('1101', '1')
    },
    Instituert,
    RefHjemmel: eReseptCv('7427', '300')
  }),
  ERM12: payloadOf('M12', {
    'Svar-ID': 'S-1',
    RefSoknad: reseptId,
    OmsoktVare: navn,
    Beslutning: yes,
    Vedtaksdato: '2026-01-07',
    VedtaketOmfatter: { Varenavn: 'Smertefri', RefHjemmel: refHjemmel }
  }),
  ERM3: payloadOf('M3', { ReseptId: reseptId, Kommentar: 'Haster' }),
  ERM14: payloadOf('M14', { ReseptId: reseptId, AnmodningSLVId: m10Id }),
  ERM15: payloadOf('M15', { ReseptId: reseptId, Innvilget: yes, Saksbehandler: 'S. Behandler' }),
  ERM5: payloadOf('M5', { ReseptId: reseptId, Arsak: eReseptCv('7500', '2') }),
  ERM52: payloadOf('M5.2', { ReseptId: reseptId, Status: eReseptCv('7503', '1') }),
  ERM6: payloadOf('M6', rapport),
  ERM7: payloadOf('M7', { Tidspunkt: '2026-01-06T10:00:00' }),
  ERM8: payloadOf('M8', { ...rapport, Papirresept: 'true', RekvirentPapir: { Ident: hprId, Etternavn: 'Omsorg' } }),
  ERM81: payloadOf('M8.1', { ...rapport, ReservasjonRapportFastlege: 'false' }),
  ERM91: payloadOf('M9.1', {
    Fnr: person,
    RefNr: ['12345678901234'],
    AlleResepter: no,
    AnsattId: '009876543',
    InkluderVergeinnsynsreservasjon: no
  }),
  ERM92: payloadOf('M9.2', {
    Reseptinfo: [
      {
        Forskrivningsdato: '2026-01-05',
        Fornavn: 'Test',
        Etternavn: 'Testesen',
        RekvirentId: '009876543',
        NavnRekvirent: 'Gunn Omsorg',
        NavnFormStyrke: navn,
        EndretFarmasoyt: no,
        ReseptId: reseptId,
        Status: eReseptCs('7408', 'E'),
        Vergeinnsynsreservasjon: 'false',
        Antall: '1',
        Pakningsstr: '100',
        EnhetPakning: eReseptCv('7452', 'stk'),
        Reiterasjon: '3'
      }
    ]
  }),
  ERM93: payloadOf('M9.3', { ReseptId: reseptId, AnsattId: '009876543' }),
  ERM94: payloadOf('M9.4', { Status: eReseptCs('7408', 'U'), Egenandel: egenandel }),
  ERM10: payloadOf('M10', {
    Utlevering,
    ReservasjonRapportFastlege: 'false',
    PrisLegemiddelUtenMt: kroner('140.50'),
    AnsattId: '009876543'
  }),
  ERM20: payloadOf('M20', { Utlevering, PrisLegemiddelUtenMt: kroner('140.50') }),
  ERM21: payloadOf('M21', {
    ReseptId: reseptId,
    Fnr: person,
    EkspAnm: {
      Vilkar: 'false',
      MetodeEkspedering: eReseptCs('7404', 'F'),
      Utleverer: '80001',
      Kontaktperson: 'Gunn Omsorg',
      OrgNrUtleverer: '999999999',
      UtlevererNavn: 'Apoteket'
    }
  }),
  ...eReseptLookUpExamples,
  ...eReseptSettlementExamples
}
