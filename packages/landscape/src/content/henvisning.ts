/** HENVISNING_NYTILSTAND and HENVISNING_VIDERE: a referral, and one that is sent on (HIS 1207, HIS 1208, Henvisning 2.0). */
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import { caves, diagnoses } from './clinical-words.ts'
import { cs, cv } from './codes.ts'
import { dateOf, dateTimeOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'
import { documentIdOf } from './occasion.ts'
import { professional } from './professional.ts'

/** The happening's detail is the priority, list 8306; N where it has none. */
export function henvisning(occasion: Occasion, rng: Rng) {
  const { conversation, meldingType, at, status, detail } = occasion
  const priority = priorities.find((known) => known === detail) ?? 'N'
  const problem = pick(rng, diagnoses)
  return {
    ServType: cs('7309', status),
    IssueDate: dateTimeOf(at),
    DocumentId: documentIdOf(conversation, meldingType),
    AnsvarForRapport: [
      {
        AnsvarligRapport: professional(occasion, rng),
        GodkjentDato: dateOf(at),
        TypeRelasjon: cv('8254', 'HHE')
      }
    ],
    TypeInnholdIMelding: { TypeInnhold: cv('8455', '10') },
    InfItem: [{ Observation: { Description: pick(rng, caves) }, Type: cv('8233', 'CAVE') }, finding(rng)],
    ReasonAsText: [
      { Heading: cv('8231', 'PROB'), TextResultValue: `${problem}. ${pick(rng, problems)}` },
      { Heading: cv('8231', 'UTRED'), TextResultValue: pick(rng, wishes) }
    ],
    Diagnosis: [{ Concept: { OT: problem } }],
    ReqServ: { ServType: cs('7309', 'N'), Priority: cs('8306', priority) }
  }
}

const priorities = ['0', '3', 'N'] as const

/** The same with what the first hospital found: assessed, with a right to health care, and the date that counts for the waiting time. */
export function viderehenvisning(occasion: Occasion, rng: Rng) {
  const { at, conversation } = occasion
  const received = dateOf(at - 5 * dayMs)
  return {
    ...henvisning(occasion, rng),
    VurderingAvHenvisning: {
      DatoMottakOgVurdering: [
        { TypeDato: cv('9147', '1'), Dato: received },
        { TypeDato: cv('9147', '2'), Dato: dateOf(at) }
      ],
      Opplysninger: {
        VentetidSluttkode: cv('8445', '3'),
        ForlopsId: documentIdOf(conversation, 'forløp'),
        RettTilHelsehjelp: 'true',
        UtfallAvVurdering: cv('8485', rng() < 0.5 ? '1' : '2')
      }
    }
  }
}
const dayMs = 24 * 60 * 60 * 1000

const finding = (rng: Rng) => ({ Observation: { Description: pick(rng, findings) }, Type: cv('8233', 'FUNN') })

const problems = [
  'Tiltagende plager siste halvår, ikke bedre av behandling her.',
  'Nyoppståtte symptomer, ber om rask vurdering.',
  'Kontroll anbefalt ved forrige undersøkelse.',
  'Plagene hindrer arbeid og søvn.'
]
const wishes = [
  'Ber om utredning og råd om videre behandling.',
  'Ber om vurdering for operasjon.',
  'Ber om poliklinisk kontroll.'
]
const findings = [
  'BT 142/88, puls 76 regelmessig. Ellers normale funn.',
  'Ømhet ved palpasjon, ellers upåfallende.',
  'Blodprøver tatt her er normale.'
]
