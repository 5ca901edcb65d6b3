/** One payload of every message of SYSVAK: for tests. */
import { oidOf } from '../felles/code-names.ts'
import { payloadOf } from '../payload.ts'
import { sysvakCodesOf, sysvakCv } from './codes.ts'

const VaksinandIdent = { Id: '15876500565', TypeId: { V: 'FNR', S: oidOf('8327'), DN: 'Fødselsnummer' } }
const enhet = { Id: '300000006', TypeId: { V: 'ENH', S: oidOf('9051'), DN: 'Organisasjonsnummeret i Enhetsregister' } }
const Behandlingsresultat = {
  HarValideringsFeil: 'false',
  HarValideringsAdvarsel: 'false',
  HarValideringsInformasjon: 'true',
  Valideringsmelding: [{ Arsak: { V: 'I101', DN: 'Oppdatert' }, ValideringsmeldingType: 'Informasjon' }]
}
const Vaksinasjon = {
  HendelseAksjon: 'Registrering',
  Konsultasjonsdato: '2026-01-05',
  Registreringsdato: '2026-01-05T10:00:00',
  Vaksine: sysvakCv('9501', 'FLU02'),
  RegistrerendeHelseenhet: enhet,
  ErVaksinasjonSattPaStedet: 'true',
  Preparat: sysvakCv('9554', 'FLU02_003')
}

export const sysvakExamples = {
  HENDELSEREQUEST: payloadOf('HendelseRequest', { Vaksinand: { VaksinandIdent }, Hendelse: { Vaksinasjon } }),
  HENDELSERESPONSE: payloadOf('HendelseResponse', { Behandlingsresultat, VaksinandIdent }),
  SOKREQUEST: payloadOf('SokRequest', {
    UtfortAvHelseenhet: enhet,
    FodtFraOgMed: { YYYY: '1965', MM: '--07' },
    Etternavn: { SokVerdi: 'Test', SokOperator: 'BegynnerMed' }
  }),
  SOKRESPONSE: payloadOf('SokResponse', {
    Behandlingsresultat,
    Vaksinand: [
      { Ident: VaksinandIdent, Fodselsdato: '1965-07-15', Kjonn: { V: '1', DN: 'Mann' }, Vaksinasjon: [Vaksinasjon] }
    ]
  }),
  KODEVERKREQUEST: payloadOf('KodeverkRequest', { KodeverkType: ['Vaksine', 'Preparat'] }),
  KODEVERKRESPONSE: payloadOf('KodeverkResponse', { Behandlingsresultat, Vaksine: sysvakCodesOf('9501') })
}
