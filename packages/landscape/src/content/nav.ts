/** What doctors send NAV: sick notes, statements, and a note in a dialogue. */
import { oidOf, type Payload, payloadOf } from '@budstikka/meldinger'
import { fest } from '../fest/fest.ts'
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { dateOf, dateTimeOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'
import { personIdent } from './person-ident.ts'
import { professional } from './professional.ts'

const dayMs = 86_400_000
const navnOf = ({ familyName, givenName }: Occasion['patient']) => ({ Etternavn: familyName, Fornavn: givenName })

/** A diagnosis in ICPC-2 (7170) that our FEST knows, since no list of them is at hand: our choice. */
function diagnosis(rng: Rng) {
  const { code, name } = pick(
    rng,
    fest().flatMap(({ refusjon }) => refusjon?.diagnose ?? [])
  )
  return { V: code, S: oidOf('7170'), DN: name }
}

/** Days before the patient was seen, and why, of a sick note that was written late: with a reason a case worker must look at it. */
const late: Readonly<Record<string, { readonly days: number; readonly reason?: string }>> = {
  tilbakedatert: { days: 12 },
  'tilbakedatert-begrunnet': { days: 40, reason: 'Pasienten var innlagt på sykehus' }
}

/** SYKMELD with detail 'uten-periode', 'uten-arbeidsgiver' or 'tilbakedatert' is one that NAV rejects. */
export function sykmelding(occasion: Occasion, rng: Rng): Payload {
  const { at, patient, detail } = occasion
  const { FamilyName = '', GivenName = '', Ident } = professional(occasion, rng)
  const { days: daysLate, reason } = late[detail ?? ''] ?? { days: 0 }
  const from = dateOf(at - daysLate * dayMs)
  const days = pick(rng, [3, 7, 14, 28])
  const how =
    rng() < 0.3 ? { GradertSykmelding: { Sykmeldingsgrad: pick(rng, ['20', '50', '80']) } } : { AktivitetIkkeMulig: {} }
  return payloadOf('HelseOpplysningerArbeidsuforhet', {
    SyketilfelleStartDato: from,
    Pasient: { Navn: navnOf(patient), Fodselsnummer: personIdent(patient, '8116') },
    Arbeidsgiver: { HarArbeidsgiver: detail === 'uten-arbeidsgiver' ? {} : { V: '1', DN: 'Én arbeidsgiver' } },
    MedisinskVurdering: { HovedDiagnose: { Diagnosekode: diagnosis(rng) } },
    ...(detail !== 'uten-periode' && {
      Aktivitet: { Periode: [{ PeriodeFOMDato: from, PeriodeTOMDato: dateOf(at + days * dayMs), ...how }] }
    }),
    KontaktMedPasient: { BehandletDato: dateTimeOf(at), ...(reason !== undefined && { BegrunnIkkeKontakt: reason }) },
    Behandler: {
      Navn: { Etternavn: FamilyName, Fornavn: GivenName },
      Id: Ident,
      Adresse: {},
      // Nobody's number.
      KontaktInfo: [{ TeleAddress: { V: 'tel:00000000' } }]
    },
    AvsenderSystem: { SystemNavn: 'Budstikka', SystemVersjon: '1' },
    Strekkode: String(whole(rng, 1, 999_999_999))
  })
}

/** LEGEERKL, of sick leave of more than eight weeks (list 8102 code 1). */
export function legeerklaring({ at, patient }: Occasion, rng: Rng): Payload {
  const { V: kodeverdi, DN: diagnose } = diagnosis(rng)
  return payloadOf('Legeerklaring', {
    LegeerklaringGjelder: [{ typeLegeerklaring: '1' }],
    Pasientopplysninger: {
      Pasient: { Navn: navnOf(patient), fodselsnummer: patient.id ?? '', trygdekontor: 'NAV' },
      flereArbeidsforhold: '2'
    },
    DiagnoseArbeidsuforhet: {
      DiagnoseKodesystem: {
        Enkeltdiagnose: [{ kodeverdi, diagnose, sortering: '1' }],
        // Which of the five is ICPC-2 is not published: our choice.
        kodesystem: '2'
      },
      VurderingYrkesskade: { borVurderes: '2' },
      StatusPresens: 'Uendret siden forrige kontroll.',
      SymptomerBehandling: 'Opptrening og gradvis økt aktivitet.',
      arbeidsuforFra: dateOf(at - 60 * dayMs)
    },
    ForslagTiltak: {
      Opplysninger: 'Pasienten ønsker å komme tilbake i arbeid.',
      BegrunnelseIkkeTiltak: 'Bedring ventes med behandlingen som er i gang.',
      tiltak: '2'
    },
    VurderingFunksjonsevne: { Arbeidssituasjon: [{ arbeidssituasjon: '1' }] },
    Prognose: { AntattVarighet: 'Tre måneder', bedreArbeidsevne: '1' },
    ForbeholdLegeerklaring: { tilbakeholdInnhold: '2' }
  })
}
