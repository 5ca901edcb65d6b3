/** EPIKRISE: the discharge letter of a stay or a visit (HIS 80226, Epikrise 1.2). */
import type { ContentOf } from '@budstikka/meldinger'
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import { diagnoses, medicines } from './clinical-words.ts'
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
    InfItem: [diagnosis('H', main), ...(other === main ? [] : [diagnosis('B', other)]), medicine(rng), medicine(rng)],
    Comment: [
      comment('AI', `Henvist til utredning og behandling: ${main.toLowerCase()}.`),
      comment('FO', pick(rng, courses)),
      comment('VU', pick(rng, assessments)),
      comment('OP', pick(rng, plans))
    ]
  }
}

/** In words: the lists of diagnoses (7110, 7170) are not among the code lists that we have. */
const diagnosis = (type: 'H' | 'B', text: string): InfItem => ({
  Observation: { CodedDescr: { Concept: { OT: text } } },
  Type: cs('8233', type)
})

function medicine(rng: Rng): InfItem {
  const [name, strength, dose] = pick(rng, medicines)
  const Medication = {
    DrugId: { OT: name },
    Status: cs('7307', '6'),
    UnitDose: { V: strength, U: 'mg' },
    DosageText: dose
  }
  return { Medication, Type: cs('8233', 'MEDB') }
}

const comment = (heading: 'AI' | 'FO' | 'VU' | 'OP', text: string) => ({
  Heading: cs('8311', heading),
  TextResultValue: { children: [text] }
})

const courses = [
  'Undersøkt med blodprøver og røntgen. Behandlet etter vanlig opplegg, og bedret seg dag for dag.',
  'Kontroll uten nye funn. Behandlingen fortsetter uendret.',
  'Operert uten komplikasjoner. Mobilisert første dag, smertefri ved utreise.',
  'Medisinene ble justert under oppholdet. Vekt og blodtrykk er fulgt.'
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
