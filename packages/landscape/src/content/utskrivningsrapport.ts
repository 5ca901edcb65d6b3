/** UTSKRIVNINGSRAPPORT: the hospital's nurses hand the patient over on the day of discharge (HIS 1143, PLO 1.6). */
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { reportBeginning } from './beginning.ts'
import { cave, diagnosesOf, functionOf, journal, medicinesOf, note } from './clinical.ts'
import { cv } from './codes.ts'
import { dateTimeOf } from './local-time.ts'
import { admittedAt, type Occasion } from './occasion.ts'
import { withdrawal } from './withdrawal.ts'

const dayMs = 24 * 60 * 60 * 1000

export function utskrivningsrapport(occasion: Occasion, rng: Rng) {
  const TypeInnholdIMelding = { TypeInnhold: cv('9139', '11') }
  if (occasion.status === 'C') return { ...withdrawal(occasion, rng), TypeInnholdIMelding }
  const { at } = occasion
  return {
    ...reportBeginning(occasion, rng),
    TypeInnholdIMelding,
    OpplysningOpphold: [stay('1', admittedAt(occasion)), stay('2', at)],
    InfoMedisinskDiagnose: [{ MedisinskDiagnose: diagnosesOf(rng) }],
    MedisinskfagligeOpplysninger: {
      Cave: cave(rng),
      GenereltJournalnotat: [
        note(
          rng,
          ['9142', 'PROB', pick(rng, problems)],
          ['9142', 'FO', pick(rng, courses)],
          ['9142', 'OP', pick(rng, plans)]
        )
      ]
    },
    Legemiddelinfo: medicinesOf(rng, at, 3, 9),
    Sykepleierdokumentasjon: {
      InfoFraSykepleier: {
        Journaltekst: journal(['9141', '8', pick(rng, summaries)], ['9141', '14', pick(rng, practical)])
      }
    },
    InfoKartleggingFunksjonsniva: functionOf(rng),
    InfoKontrolltime: [checkUp(rng, at)]
  }
}

const stay = (code: '1' | '2', at: number) => ({
  TidsfestetHendelse: { Hendelsekode: cv('9121', code), TidspunktForHendelse: { V: dateTimeOf(at) }, Anslag: 'false' }
})

/** An appointment that is made, or one that the patient makes. */
function checkUp(rng: Rng, at: number) {
  const InformertOm = { PasientInformert: 'true', ParorendeInformert: 'false' }
  if (rng() < 0.3) return { KontrolltimeBestill: { PasientParorendeBestiller: 'true', InformertOm } }
  const TidspunktTime = dateTimeOf(at + whole(rng, 14, 90) * dayMs)
  return { InformasjonOmTime: { BestiltKontrolltime: 'true', TidspunktTime, StedTime: 'Poliklinikken', InformertOm } }
}

const problems = [
  'Innlagt med brudd i lårhals etter fall hjemme.',
  'Innlagt med forverret hjertesvikt og vann i lungene.',
  'Innlagt med lungebetennelse og nedsatt allmenntilstand.',
  'Innlagt med hjerneinfarkt i venstre hemisfære.'
]
const courses = [
  'Operert med halvprotese. Ukomplisert forløp, mobilisert med prekestol fra dag 1.',
  'God effekt av vanndrivende. Vekt ved utskrivning 72 kg. Medisiner er endret, se listen.',
  'Intravenøs antibiotika i tre døgn, deretter tabletter. Feberfri siste to døgn.',
  'Trent med fysioterapeut og logoped daglig. Svelger moset kost. Går med støtte.'
]
const plans = [
  'Fjerne tråder hos fastlege om 14 dager. Kontroll på poliklinikken.',
  'Daglig vekt. Kontakt fastlege ved vektøkning over 2 kg på tre dager.',
  'Fullføre antibiotikakur. Ny røntgenkontroll om seks uker.',
  'Videre rehabilitering i kommunen. Blodtrykk kontrolleres ukentlig.'
]
const summaries = [
  'Trenger hjelp til stell og på- og avkledning. Går korte avstander med rullator og følge. Sover godt. Spiser selv når maten er tilrettelagt.',
  'Selvhjulpen i stell, trenger tilsyn ved dusj. Tungpusten ved anstrengelse. Har fått opplæring i vektskjema.',
  'Slapp, men i bedring. Drikker godt når det bys. Trykkavlastende madrass. Hud uten rødme.',
  'Trenger hjelp av en til forflytning. Rødlig hud over korsbenet, snus hver fjerde time. Orientert, men sliten på kveldstid.'
]
const practical = [
  'Medisiner for tre dager er sendt med. Pårørende møter hjemme. Rullator er lånt fra sykehuset.',
  'Epikrise ettersendes. Drosje er bestilt. Nøkkel ligger i vesken.',
  'Hjelpemidler er søkt av ergoterapeut. Resepter er sendt elektronisk.'
]
