/** A sick note and a statement, small but whole: for tests. */
import { oidOf } from '../felles/code-names.ts'
import { payloadOf } from '../payload.ts'

const Navn = { Etternavn: 'Omsorg', Fornavn: 'Gunn' }
const fnr = { Id: '15876500565', TypeId: { V: 'FNR', S: oidOf('8116'), DN: 'Fødselsnummer' } }

export const navExamples = {
  SYKMELD: payloadOf('HelseOpplysningerArbeidsuforhet', {
    SyketilfelleStartDato: '2026-01-05',
    Pasient: { Navn, Fodselsnummer: fnr },
    Arbeidsgiver: { HarArbeidsgiver: { V: '1', DN: 'Én arbeidsgiver' } },
    MedisinskVurdering: {
      HovedDiagnose: { Diagnosekode: { V: 'L04', S: oidOf('7170'), DN: 'Brystkasse symptomer/plager' } }
    },
    Aktivitet: {
      Periode: [{ PeriodeFOMDato: '2026-01-05', PeriodeTOMDato: '2026-01-12', AktivitetIkkeMulig: {} }]
    },
    KontaktMedPasient: { BehandletDato: '2026-01-05T10:00:00' },
    Behandler: { Navn, Id: [fnr], Adresse: {}, KontaktInfo: [{ TeleAddress: { V: 'tel:73555555' } }] },
    AvsenderSystem: { SystemNavn: 'Budstikka', SystemVersjon: '1' },
    Strekkode: '1'
  }),
  LEGEERKL: payloadOf('Legeerklaring', {
    LegeerklaringGjelder: [{ typeLegeerklaring: '1' }],
    Pasientopplysninger: {
      Pasient: { Navn, fodselsnummer: '15876500565', trygdekontor: 'NAV' },
      flereArbeidsforhold: '2'
    },
    DiagnoseArbeidsuforhet: {
      DiagnoseKodesystem: { Enkeltdiagnose: [{ kodeverdi: 'L04', sortering: '1' }], kodesystem: '2' },
      VurderingYrkesskade: { borVurderes: '2' },
      StatusPresens: 'Som før',
      SymptomerBehandling: 'Hvile & tid'
    },
    ForslagTiltak: { Opplysninger: 'Ingen', BegrunnelseIkkeTiltak: 'Ventes bedring', tiltak: '2' },
    VurderingFunksjonsevne: { Arbeidssituasjon: [{ arbeidssituasjon: '1' }] },
    Prognose: { bedreArbeidsevne: '1' },
    ForbeholdLegeerklaring: { tilbakeholdInnhold: '2' }
  })
}
