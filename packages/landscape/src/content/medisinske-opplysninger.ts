/** MEDISINSKE_OPPLYSNINGER: the doctor tells the municipality what it must know (HIS 1145, PLO 1.6). */
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import { reportBeginning } from './beginning.ts'
import { cave, component, diagnosesOf, medicinesOf, note } from './clinical.ts'
import { cv, isCode } from './codes.ts'
import type { Occasion } from './occasion.ts'

/** List 9138: 1 after a consultation (default), 4 answer, 5 for an application; the happening's detail says which. */
export function medisinskeOpplysninger(occasion: Occasion, rng: Rng) {
  const type = isCode('9138', occasion.detail) ? occasion.detail : '1'
  const begins = {
    ...reportBeginning(occasion, rng),
    ...(type === '5' && { SendtDokument: [{ Opplysning: cv('8329', '1'), JaNei: 'true' }] }),
    TypeInnholdIMelding: { TypeInnhold: cv('9138', type) }
  }
  if (occasion.status === 'C') {
    const Notat = 'Kansellering: Meldingen ble sendt på feil pasient.'
    return {
      ...begins,
      MedisinskfagligeOpplysninger: {
        GenereltJournalnotat: [{ ...component(rng, 'Andre notater'), Journaltekst: [{ Notat }] }]
      }
    }
  }
  return {
    ...begins,
    InfoMedisinskDiagnose: { MedisinskDiagnose: diagnosesOf(rng) },
    MedisinskfagligeOpplysninger: {
      Cave: cave(rng),
      GenereltJournalnotat: [
        note(
          rng,
          ['9142', 'PROB', pick(rng, problems)],
          ['9142', 'FU', pick(rng, findings)],
          ['9142', 'UTRED', pick(rng, plans)]
        )
      ]
    },
    Legemiddelinfo: medicinesOf(rng, occasion.at, 2, 6),
    InfoAndreViktigeOpplysninger: {
      GenereltJournalnotat: [note(rng, ['9141', '14', pick(rng, practical)])]
    }
  }
}

const problems = [
  'Vurdert etter henvendelse fra hjemmesykepleien. Hjertesvikt i jevn fase, noe mer ødem enn sist.',
  'Kontroll av diabetes. Ingen nye plager. Nedsatt følelse i føttene.',
  'Økende hukommelsesvansker siste halvår, bekreftet av pårørende.',
  'Smerter i hofte etter fall. Røntgen uten brudd.'
]
const findings = [
  'BT 138/80, puls 72 regelmessig. Ankelødem begge sider. Lunger rene.',
  'Langtidsblodsukker 58. Fotpulser til stede. Ingen sår.',
  'Orientert for sted, usikker på dato. Nevrologisk undersøkelse uten utfall.',
  'Øm over venstre hofte, god bevegelighet. Går med støtte.'
]
const plans = [
  'Økt vanndrivende i en uke. Ber om vekt daglig og ny blodprøve om fem dager.',
  'Ny kontroll om tre måneder. Ber om fotstell.',
  'Henvises til hukommelsesteam. Hjemmesykepleien bes følge med på medisininntak.',
  'Fast paracetamol i to uker, deretter ved behov. Fysioterapi anbefales.'
]
const practical = [
  'Pasienten er informert om at opplysningene sendes. Multidose endres fra neste levering.',
  'Pårørende er informert. Time til blodprøve er avtalt.',
  'Ingen endring i legemiddelhåndtering.'
]
