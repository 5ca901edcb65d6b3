/** HELSEOPPL_SOKNAD: the hospital's early warning, and every change of discharge date or need (HIS 1144, PLO 1.6). */
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { reportBeginning } from './beginning.ts'
import { cave, diagnosesOf, note } from './clinical.ts'
import { cv, isCode } from './codes.ts'
import { dateOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'
import { withdrawal } from './withdrawal.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Type 1 first and 2 later (list 9140, the happening's detail); status, expected course and expected discharge. */
export function helseopplysninger(occasion: Occasion, rng: Rng) {
  const isFirst = isCode('9140', occasion.detail) ? occasion.detail === '1' : occasion.status === 'N'
  const stay = {
    TypeInnholdIMelding: {
      TypeInnhold: cv('9140', isFirst ? '1' : '2'),
      ...(!isFirst && { Merknad: pick(rng, changes) })
    },
    OpplysningOpphold: [{ TidsfestetHendelse: expectedDischarge(occasion, rng) }]
  }
  if (occasion.status === 'C') return { ...withdrawal(occasion, rng), ...stay }
  return {
    ...reportBeginning(occasion, rng),
    ...stay,
    InfoMedisinskDiagnose: [{ MedisinskDiagnose: diagnosesOf(rng) }],
    MedisinskfagligeOpplysninger: {
      Cave: cave(rng),
      GenereltJournalnotat: [note(rng, ['9145', '1', pick(rng, statuses)], ['9145', '2', pick(rng, courses)])]
    }
  }
}

/** An estimate, so Anslag is true (HIS 80704). */
const expectedDischarge = ({ at }: Occasion, rng: Rng) => ({
  Hendelsekode: cv('9121', '3'),
  TidspunktForHendelse: { V: dateOf(at + whole(rng, 1, 8) * dayMs) },
  Anslag: 'true'
})

const changes = [
  'Endret siden sist: forventet utskrivning er flyttet.',
  'Endret siden sist: større behov for hjelp til forflytning.',
  'Endret siden sist: trenger korttidsopphold før hjemreise.'
]
const statuses = [
  'Innlagt etter fall i trapp. Røntgen viser brudd, opereres i dag.',
  'Innlagt med lungebetennelse. Får intravenøs behandling og oksygen. Våken, men sliten.',
  'Innlagt med slag. Kraftsvikt i høyre side, noe bedring første døgn. Svelgvansker.',
  'Innlagt til regulering av hjertesvikt. Vektnedgang 3 kg. Trenger hjelp til stell.'
]
const courses = [
  'Forventer behov for rehabilitering og hjelp i hjemmet etter utskrivning.',
  'Forventes å kunne reise hjem med samme tjenester som før.',
  'Korttidsopphold i institusjon vurderes sammen med pasient og pårørende.',
  'Behov for økt hjemmesykepleie og medisinhåndtering de første ukene.'
]
