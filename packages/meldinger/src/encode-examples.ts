/** One payload of every type that is sent, small but with the parts that its profile asks for: for tests. */
import { eReseptExamples } from './e-resept/examples.ts'
import { oidOf } from './felles/code-names.ts'
import type { Payload } from './melding.ts'
import { helfoExamples } from './helfo/examples.ts'
import { navExamples } from './nav/examples.ts'
import { payloadOf } from './payload.ts'
import { sysvakExamples } from './sysvak/examples.ts'

const cv = (list: string, V: string, DN: string) => ({ V, S: oidOf(list), DN })
const InformasjonOmForsendelsen = { Forsendelsesstatus: { V: 'N', DN: 'Ny' } }
const hendelse = (code: string, name: string) => ({
  Hendelsekode: cv('9121', code, name),
  TidspunktForHendelse: { V: '2026-01-05T10:00:00' },
  Anslag: 'false'
})
const hpr = [{ Id: '9876543', TypeId: cv('8116', 'HPR', 'HPR-nummer') }]
const professional = { FamilyName: 'Omsorg', GivenName: 'Gunn', Ident: hpr }
const AnsvarForRapport = [{ AnsvarligRapport: professional, GodkjentDato: '2026-01-05' }]
const component = (number: number) => ({ komponentID: `00000000-0000-8000-8000-00000000000${number}` })
const Journaltekst = [{ Overskriftskode: cv('9142', 'PROB', 'Aktuell problemstilling'), Notat: 'Falt på isen <i går>' }]
const MedisinskfagligeOpplysninger = {
  Cave: { ...component(1), SakshodeCave: { ...component(2), StikkordCave: [{ CaveStikkord: 'Ingen kjente' }] } },
  GenereltJournalnotat: [{ ...component(3), informasjonskategori: 'Andre notater', Journaltekst }]
}
const InfoMedisinskDiagnose = [{ MedisinskDiagnose: [{ Hoveddiagnose: 'true', DiagnoseBeskrivelse: 'Lårhalsbrudd' }] }]
const Legemiddelinfo = [
  {
    ...component(4),
    ForenkletForskrivning: { Forskrivningsinfo: { Navn: 'Paracetamol', Styrke: { V: '500', U: 'mg' } } }
  }
]
const given = { AdmStart: { V: '2026-01-05T08:00:00' }, Forskrivningsinfo: { Navn: 'Paracetamol' } }
const Sykepleierdokumentasjon = {
  InfoFraSykepleier: { Journaltekst },
  LegemidlerAdministrertVedOverforing: {
    ...component(5),
    entries: [
      { AdmAvHelsepersonell: given },
      { Egenadministrering: { ...given, UtlevertLegemiddel: [{ AntEnkeltdoser: '4' }] } },
      { AdmAvHelsepersonell: given }
    ]
  }
}
const report = { InformasjonOmForsendelsen, AnsvarForRapport, InfoMedisinskDiagnose, MedisinskfagligeOpplysninger }
const tjeneste = { IPLOStjenestetype: cv('9151', '6', 'Trygghetsalarm'), PrivatTjeneste: 'false' }
const logistikk = (own: object) => payloadOf('Pasientlogistikk', { InformasjonOmForsendelsen, ...own })
const foresporsel = {
  TypeForesp: cv('9152', '1', 'Helseopplysninger'),
  Sporsmal: 'Kan dere sende?'
}
const roller = [{ HealthcareProfessional: professional }]
const notat10 = (list: string, code: string, name: string) => {
  const TekstNotatInnhold = { children: ['Ja & takk'] }
  return payloadOf(
    'Dialogmelding',
    { Notat: [{ TemaKodet: cv(list, code, name), TekstNotatInnhold, RollerRelatertNotat: roller }] },
    '1.0'
  )
}
const notat11 = (list: string, code: string, name: string) => {
  const div = { name: 'div', namespace: 'http://www.w3.org/1999/xhtml', attributes: undefined, children: ['Svar'] }
  const TemaKodet = cv(list, code, name)
  return payloadOf(
    'Dialogmelding',
    { Notat: [{ TemaKodet, Tema: 'Svar', TekstNotatInnhold: { children: [div] }, RollerRelatertNotat: roller }] },
    '1.1'
  )
}

const rapport = (code: string, name: string) => ({
  ServType: { V: 'N', DN: 'Ny' },
  IssueDate: { V: '2026-01-05T10:00:00' },
  Status: { V: code, DN: name }
})
const epikrise = payloadOf('Epikrise', {
  ServRprt: {
    ...rapport('F', 'Endelig rapport'),
    MsgDescr: 'Sykehusepikrise',
    ServProvId: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a02',
    Event: [
      {
        ReportedEvent: { StartDateTime: { V: '2026-01-02' }, EndDateTime: { V: '2026-01-05' } },
        ServType: { V: 'N', DN: 'Ny' },
        Service: { AdmCat: { V: '1', DN: 'Heldøgnsopphold' } },
        Comment: [
          { Heading: { V: 'FO', DN: 'Forløp og behandling' }, TextResultValue: { children: ['Bedre & bedre'] } }
        ]
      }
    ]
  }
})
const henvisning = payloadOf('Henvisning', {
  ServType: { V: 'N', DN: 'Ny' },
  IssueDate: '2026-01-05T10:00:00',
  DocumentId: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a03',
  AnsvarForRapport,
  TypeInnholdIMelding: { TypeInnhold: cv('8455', '10', 'Utredning/behandling') },
  ReasonAsText: [{ Heading: cv('8231', 'PROB', 'Aktuell problemstilling'), TextResultValue: 'Vondt i <hofta>' }],
  ReqServ: { ServType: { V: 'N', DN: 'Ny' }, Priority: { V: 'N', DN: 'Elektiv/Ordinær (elektiv)' } }
})
const requisition = '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a04'
const analysis = [{ Id: [{ V: 'NPU03230', S: oidOf('7280'), DN: 'P-Kalium' }] }]
const rekvisisjon = payloadOf('Rekvisisjon', {
  ServReq: {
    ServType: { V: 'N', DN: 'Ny' },
    IssueDate: { V: '2026-01-05T10:00:00' },
    MsgDescr: { V: 'LAB', DN: 'Laboratoriemedisin' },
    Id: requisition,
    ReqInvestigation: [{ ServType: { V: 'N', DN: 'Ny' }, Investigation: analysis }]
  }
})
const svarrapport = payloadOf('Svarrapport', {
  ServReport: {
    ...rapport('F', 'Endelig rapport'),
    MsgDescr: { V: 'LAB', DN: 'Laboratoriemedisin' },
    ServProvId: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a05',
    ServReq: [{ Id: requisition }],
    Patient: {
      ResultItem: [
        {
          NumResult: { NumResultValue: { V: '4.1', U: 'mmol/L' } },
          Investigation: analysis,
          StatusInvestigation: { V: '3', DN: 'Endelig' }
        }
      ]
    }
  }
})

export const contentExamples = {
  LOG_INNLAGT: logistikk({ MeldingInnlagtPasient: { TidsfestetHendelse: hendelse('1', 'Pasient innlagt') } }),
  LOG_UTSKRIVNINGSKLAR: logistikk({
    AnsvarForRapport,
    MeldingUtskrivningsklarPasient: {
      TidsfestetHendelse: [hendelse('1', 'Pasient innlagt'), hendelse('3', 'Pasient utskrivningsklar')]
    }
  }),
  LOG_AVMELDING: logistikk({
    AvmeldingUtskrivningsklarPasient: {
      TidsfestetHendelse: [hendelse('4', 'Avmelding av utskrivningsklar pasient')]
    }
  }),
  LOG_UTSKREVET: logistikk({
    MeldingOmUtskrevetPasient: {
      UtskrevetTil: { UtTil: cv('8408', '1', 'Bosted/arbeidssted') },
      TidsfestetHendelse: hendelse('2', 'Pasient utskrevet')
    }
  }),
  LOG_DOD: logistikk({ OrienteringOmDod: { TidsfestetHendelse: hendelse('13', 'Pasienten er død') } }),
  INNLEGGELSESRAPPORT: payloadOf('Innleggelsesrapport', {
    ...report,
    Legemiddelinfo,
    EksisterendeTjeneste: [tjeneste],
    Sykepleierdokumentasjon
  }),
  HELSEOPPL_SOKNAD: payloadOf('HelseopplysningerVedSoknad', {
    ...report,
    TypeInnholdIMelding: { TypeInnhold: cv('9140', '1', 'Varsel om innlagt pasient') },
    OpplysningOpphold: [{ TidsfestetHendelse: hendelse('2', 'Pasient utskrevet') }]
  }),
  UTSKRIVNINGSRAPPORT: payloadOf('TverrfagligEpikrise', {
    ...report,
    TypeInnholdIMelding: { TypeInnhold: cv('9139', '11', 'Utskrivningsrapport') },
    Legemiddelinfo,
    InfoKontrolltime: [{ InformasjonOmTentativTime: { TentativtTidspunktTime: 'Til våren' } }]
  }),
  HELSEOPPLYSNINGER_LEGE: payloadOf('Konsultasjon', {
    ...report,
    InnholdKonsultasjon: { TypeInnholdKonsultasjon: { V: '3', DN: 'Ønske om legevurdering' } }
  }),
  MEDISINSKE_OPPLYSNINGER: payloadOf('OverforingMedisinskeOpplysninger', {
    ...report,
    InfoMedisinskDiagnose: { MedisinskDiagnose: [{ DiagnoseBeskrivelse: 'Hjertesvikt' }] },
    Legemiddelinfo
  }),
  ORIENTERING_TJENESTETILBUD: payloadOf('OrienteringOmTjenestetilbud', {
    InformasjonOmForsendelsen,
    EksisterendeTjeneste: [{ ...tjeneste, Startdato: '2026-01-10' }]
  }),
  DIALOG_FORESPORSEL: payloadOf('Dialogmelding', { Foresporsel: [foresporsel] }, '1.0'),
  DIALOG_SVAR: notat10('9069', '5', 'Svar på forespørsel'),
  DIALOG_NOTAT: notat10('7321', '1', 'Notat om pasient'),
  DIALOG_AVVIK: notat10('8117', '1', 'Feil adressat'),
  DIALOG_HELSEFAGLIG: notat11('7322', '6', 'Henvendelse om pasient'),
  DIALOG_STATUS_HENVISNING: notat11('9148', '1', 'Innkalles til helsehjelp'),
  DIALOG_TIL_ARKIVERING: notat11('7322', '6', 'Henvendelse om pasient'),
  DIALOG_INNBYGGER_EKONTAKT: notat11('7602', '19', 'Svar på henvendelse'),
  DIALOG_INNBYGGER_EKONSULTASJON: notat11('7602', '12', 'Svar på spørsmål, fra behandler'),
  DIALOG_INNBYGGER_RESEPTFORNYELSE: notat11('7602', '14', 'Resept er fornyet'),
  DIALOG_INNBYGGER_TIMEONSKE: notat11('7602', '06', 'Time ikke tilgjengelig'),
  DIALOG_INNBYGGER_TIMERESERVASJON: notat11('7602', '04', 'Ingen ledige timer'),
  DIALOG_INNBYGGER_TIMER: notat10('7602', '19', 'Svar på henvendelse'),
  DIALOG_INNBYGGER_HREG_INNSYN_UTLEVERING: notat11(
    '7606',
    'R06',
    'Ingen utleveringsopplysninger registrert, dialog avsluttet'
  ),
  DIALOG_INNBYGGER_HREG_MELDE_FEIL: notat11(
    '7606',
    'R03',
    'Ingen helseopplysninger registrert om innbygger, dialog avsluttet'
  ),
  EPIKRISE: epikrise,
  FODSELS_EPIKRISE: epikrise,
  HENVISNING_NYTILSTAND: henvisning,
  HENVISNING_VIDERE: henvisning,
  SVAR_CYT: svarrapport,
  SVAR_HIST: svarrapport,
  SVAR_KKL: svarrapport,
  SVAR_LAB: svarrapport,
  SVAR_MBIO: svarrapport,
  SVAR_RTG: svarrapport,
  REQ_CYT: rekvisisjon,
  REQ_HIST: rekvisisjon,
  REQ_KKL: rekvisisjon,
  REQ_LAB: rekvisisjon,
  REQ_MBIO: rekvisisjon,
  REQ_RTG: rekvisisjon,
  ...eReseptExamples,
  ...sysvakExamples,
  ...navExamples,
  ...helfoExamples
} satisfies Readonly<Record<string, Payload>>
