/** EPIKRISE: the discharge letter of a stay or a visit (HIS 80226, Epikrise 1.2). */
import type { ContentOf } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { caves, diagnoses, medicines } from './clinical-words.ts'
import { cs } from './codes.ts'
import { dateTimeOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'
import { admittedAt, documentIdOf } from './occasion.ts'
import { responsible } from './responsible.ts'

type Event = NonNullable<ContentOf<'Epikrise'>['ServRprt']['Event']>[number]
type InfItem = NonNullable<Event['InfItem']>[number]

export function epikrise(occasion: Occasion, rng: Rng) {
  const { conversation, meldingType, at, status } = occasion
  return {
    ServRprt: {
      ServType: cs('7309', status),
      IssueDate: { V: dateTimeOf(at) },
      ApprDate: { V: dateTimeOf(at) },
      Status: cs('7306', 'F'),
      MsgDescr: 'Sykehusepikrise',
      ServProvId: documentIdOf(conversation, meldingType),
      Event: [stay(occasion, rng)],
      RelServProvider: [{ Relation: cs('8254', 'AHP'), HCP: responsible(occasion, rng) }]
    }
  }
}

function stay(occasion: Occasion, rng: Rng): Event {
  const { at } = occasion
  const isInpatient = rng() < 0.3
  const from = isInpatient ? admittedAt(occasion) : at
  const [main, other] = [pick(rng, diagnoses), pick(rng, diagnoses)]
  return {
    ReportedEvent: { StartDateTime: { V: dateTimeOf(from) }, EndDateTime: { V: dateTimeOf(at) } },
    ServType: cs('7309', 'N'),
    Service: { AdmCat: cs('8240', isInpatient ? '1' : '3') },
    InfItem: [
      diagnosis('H', main),
      ...(other === main ? [] : [diagnosis('B', other)]),
      described('CAVE', pick(rng, caves)),
      described('ANAM', pick(rng, histories)),
      described('FUNN', findings.join('\n')),
      ...medicinesOf(rng)
    ],
    Comment: [
      comment('AI', `Henvist til utredning og behandling: ${main.toLowerCase()}.`),
      comment('FO', pick(rng, courses)),
      comment('VU', pick(rng, assessments)),
      comment('HJ', pick(rng, functions)),
      comment('IP', 'Pasienten er informert om funn, behandling og videre plan, og har fått kopi av dette brevet.'),
      comment('OP', pick(rng, plans))
    ]
  }
}

/** In words: the lists of diagnoses (7110, 7170) are not among the code lists that we have. */
const diagnosis = (type: 'H' | 'B', text: string): InfItem => ({
  Observation: { CodedDescr: { Concept: { OT: text } } },
  Type: cs('8233', type)
})

const described = (type: 'CAVE' | 'ANAM' | 'FUNN', text: string): InfItem => ({
  Observation: { Description: { children: [text] } },
  Type: cs('8233', type)
})

/** What the patient goes home with. */
function medicinesOf(rng: Rng): readonly InfItem[] {
  const first = whole(rng, 0, medicines.length - 1)
  return Array.from({ length: whole(rng, 4, 9) }, (_, i) => {
    const [name, strength, dose] = medicines[(first + i) % medicines.length] ?? pick(rng, medicines)
    const Medication = {
      DrugId: { OT: name },
      Status: cs('7307', '6'),
      UnitDose: { V: strength, U: 'mg' },
      DosageText: dose
    }
    return { Medication, Type: cs('8233', 'MEDB') }
  })
}

const comment = (heading: 'AI' | 'FO' | 'HJ' | 'IP' | 'VU' | 'OP', text: string) => ({
  Heading: cs('8311', heading),
  TextResultValue: { children: [text] }
})

const courses = [
  'Undersøkt med blodprøver og røntgen. Behandlet etter vanlig opplegg, og bedret seg dag for dag. Smertene avtok, og pasienten ble mobilisert til stol første dag og ut i korridoren dagen etter. Ingen komplikasjoner.',
  'Kontroll uten nye funn. Behandlingen fortsetter uendret.',
  'Operert uten komplikasjoner. Mobilisert første dag, smertefri ved utreise.',
  'Medisinene ble justert under oppholdet. Vekt og blodtrykk er fulgt daglig, og diuretika trappet ned igjen før utreise. Tverrfaglig vurdering av fysioterapeut og ergoterapeut er gjort.'
]
const assessments = [
  'Tilstanden er stabil, og pasienten reiser hjem.',
  'Ferdigbehandlet her.',
  'Bra forløp; trenger noe hjelp i starten.'
]
const plans = [
  'Kontroll hos fastlege om fire uker. Stingene fjernes etter to.',
  'Ny time her om tre måneder; innkalling sendes.',
  'Ingen videre kontroll her. Ny henvisning ved forverring.',
  'Blodprøver hos fastlege om to uker; svaret vurderes der.'
]
const histories = [
  'Tidligere frisk. Ingen faste medisiner før innleggelsen. Bor sammen med ektefelle.',
  'Kjent med høyt blodtrykk og diabetes i mange år, begge godt regulert hos fastlege.',
  'Operert i hofte for noen år siden. Bruker rullator ute. Røyker ikke.',
  'Flere innleggelser de siste årene, sist i fjor. Følges av hjemmesykepleien.'
]
const findings = [
  'Ved innkomst: våken og orientert, respirasjon 18, puls 88 regelmessig, blodtrykk 138/82, temperatur 37,4.',
  'Cor: rene toner, ingen bilyd. Pulm: normal respirasjonslyd. Abdomen: bløt og uøm. Lett ankelødem.',
  'EKG: sinusrytme, ingen akutte forandringer. Røntgen thorax: normal hjertestørrelse, ingen fortetninger.',
  'Blodprøver: hemoglobin, leukocytter, kreatinin og elektrolytter innenfor referanseområdet; CRP fallende.',
  'Ved utreise: upåvirket, smertefri i hvile, går selv i korridoren, spiser og drikker vanlig.'
]
const functions = [
  'Selvhjulpen i daglige gjøremål.',
  'Trenger hjelp til dusj og medisiner; hjemmesykepleien er varslet.',
  'Går med rullator. Fysioterapi anbefales.'
]
