/** HelseOpplysningerArbeidsuforhet of 2013: a sick note from a doctor to NAV. */
import { Address, Ident, TeleCom } from '../felles/felleskomponent1.ts'
import { CS, CV } from '../felles/kith.ts'
import { boolean, date, dateTime, int, text } from '../felles/leaves.ts'
import type { Infer } from '../xml/schema.ts'
import { atMostOneOf, complexType, element, exactlyOneOf, type Fields, many, optional, some } from '../xml/schema.ts'
import { wholeOrNothing } from '../felles/checks.ts'

export const sykmeldingNs = 'http://www.kith.no/xmlstds/HelseOpplysningerArbeidsuforhet/2013-10-01'
const of = <F extends Fields>(fields: F) => complexType(sykmeldingNs, fields)

const Navn = of({ Etternavn: text, Mellomnavn: optional(text), Fornavn: text })
const Arsak = complexType(
  sykmeldingNs,
  { Arsakskode: many(CS), Beskriv: optional(text) },
  wholeOrNothing(['Arsakskode', 'Beskriv'], ['Arsakskode'], [])
)

const Periode = complexType(
  sykmeldingNs,
  {
    PeriodeFOMDato: date,
    PeriodeTOMDato: date,
    AvventendeSykmelding: optional(of({ InnspillTilArbeidsgiver: text })),
    GradertSykmelding: optional(of({ Sykmeldingsgrad: int, Reisetilskudd: optional(boolean) })),
    AktivitetIkkeMulig: optional(of({ MedisinskeArsaker: optional(Arsak), Arbeidsplassen: optional(Arsak) })),
    Behandlingsdager: optional(of({ AntallBehandlingsdagerUke: int })),
    Reisetilskudd: optional(boolean)
  },
  exactlyOneOf('AvventendeSykmelding', 'GradertSykmelding', 'AktivitetIkkeMulig', 'Behandlingsdager', 'Reisetilskudd')
)

const Prognose = complexType(
  sykmeldingNs,
  {
    ArbeidsforEtterEndtPeriode: optional(boolean),
    BeskrivHensynArbeidsplassen: optional(text),
    ErIArbeid: optional(
      of({
        EgetArbeidPaSikt: optional(boolean),
        ArbeidFraDato: optional(date),
        AnnetArbeidPaSikt: optional(boolean),
        VurderingDato: optional(date)
      })
    ),
    ErIkkeIArbeid: optional(
      of({ ArbeidsforPaSikt: optional(boolean), ArbeidsforFraDato: optional(date), VurderingDato: optional(date) })
    )
  },
  atMostOneOf('ErIArbeid', 'ErIkkeIArbeid')
)

const SpmSvar = of({
  SpmId: text,
  SpmTekst: text,
  Restriksjon: optional(of({ Restriksjonskode: some(CS) })),
  SvarTekst: text
})

export const Sykmelding = element(sykmeldingNs, {
  RegelSettVersjon: optional(text),
  SyketilfelleStartDato: date,
  Pasient: of({
    Navn,
    Fodselsnummer: Ident,
    KontaktInfo: many(TeleCom),
    NavnFastlege: optional(text),
    NAVKontor: optional(text)
  }),
  Arbeidsgiver: of({
    HarArbeidsgiver: CS,
    NavnArbeidsgiver: optional(text),
    Yrkesbetegnelse: optional(text),
    Stillingsprosent: optional(int)
  }),
  MedisinskVurdering: of({
    HovedDiagnose: optional(of({ Diagnosekode: CV })),
    BiDiagnoser: optional(of({ Diagnosekode: some(CV) })),
    AnnenFraversArsak: optional(Arsak),
    Svangerskap: optional(boolean),
    Yrkesskade: optional(boolean),
    YrkesskadeDato: optional(date),
    SkjermesForPasient: optional(boolean)
  }),
  Aktivitet: optional(of({ Periode: some(Periode) })),
  Prognose: optional(Prognose),
  UtdypendeOpplysninger: optional(
    of({ SpmGruppe: some(of({ SpmGruppeId: text, SpmGruppeTekst: text, SpmSvar: some(SpmSvar) })) })
  ),
  Tiltak: optional(
    of({ TiltakArbeidsplassen: optional(text), TiltakNAV: optional(text), AndreTiltak: optional(text) })
  ),
  Oppfolgingsplan: optional(
    of({
      MottattOppfolgingsplan: optional(boolean),
      InnkaltDialogmote1: optional(boolean),
      DeltattDialogmote1: optional(boolean),
      ArsakIkkeDeltatt: optional(text)
    })
  ),
  MeldingTilNav: optional(of({ BistandNAVUmiddelbart: optional(boolean), BeskrivBistandNAV: optional(text) })),
  MeldingTilArbeidsgiver: optional(text),
  KontaktMedPasient: of({
    BehandletDato: dateTime,
    KontaktDato: optional(date),
    BegrunnIkkeKontakt: optional(text)
  }),
  Behandler: of({ Navn, Id: some(Ident), Adresse: Address, KontaktInfo: some(TeleCom) }),
  AvsenderSystem: of({ SystemNavn: text, SystemVersjon: text }),
  Strekkode: text
})
export type Sykmelding = Infer<typeof Sykmelding>
