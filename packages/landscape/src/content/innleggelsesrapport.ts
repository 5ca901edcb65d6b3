/** INNLEGGELSESRAPPORT: what the hospital must know of a patient who has municipal services (HIS 1147, PLO 1.6). */
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'
import { reportBeginning } from './beginning.ts'
import { cave, diagnosesOf, functionOf, journal, medicinesOf, note, servicesOf } from './clinical.ts'
import { withdrawal } from './withdrawal.ts'
import type { Occasion } from './occasion.ts'

/** Reason, diagnoses, cave, medicines, services, function, nursing summary and practical matters; a cancellation has none of it. */
export function innleggelsesrapport(occasion: Occasion, rng: Rng) {
  if (occasion.status === 'C') return withdrawal(occasion, rng)
  return {
    ...reportBeginning(occasion, rng),
    InfoMedisinskDiagnose: [{ MedisinskDiagnose: diagnosesOf(rng) }],
    MedisinskfagligeOpplysninger: {
      Cave: cave(rng),
      GenereltJournalnotat: [note(rng, ['9142', 'AAI', pick(rng, reasons)])]
    },
    Legemiddelinfo: medicinesOf(rng, occasion.at),
    EksisterendeTjeneste: servicesOf(rng, occasion.at, occasion.from.organisation.name),
    InfoKartleggingFunksjonsniva: functionOf(rng),
    Sykepleierdokumentasjon: {
      InfoFraSykepleier: {
        Journaltekst: journal(['9141', '8', pick(rng, summaries)], ['9141', '14', pick(rng, practical)])
      }
    }
  }
}

const reasons = [
  'Økende tung pust de siste to døgn. Legevakt kontaktet; pasienten legges inn med mistanke om forverret hjertesvikt.',
  'Falt på badet i natt. Sterke smerter i venstre hofte, kan ikke stå. Ambulanse tilkalt av hjemmesykepleien.',
  'Feber 39,2, hoste og nedsatt allmenntilstand. Startet antibiotika i går uten effekt.',
  'Plutselig skjevhet i ansiktet og svakhet i høyre arm kl 07.40. 113 varslet straks.',
  'Spist og drukket lite siste uke, slapp og forvirret. Tilsynslege ønsker innleggelse.'
]
const summaries = [
  'Vanligvis oppegående med rullator innendørs. Trenger hjelp til stell morgen og kveld. Noe glemsk, men orientert for tid og sted.',
  'Bruker krykker. Klarer det meste selv, trenger hjelp til dusj og medisiner. Hovne bein på kveldstid.',
  'Sengeliggende siste uke. Hjelp av to ved forflytning. Sår på venstre hæl stelles annenhver dag.',
  'Selvhjulpen i det daglige. Hjemmesykepleien legger opp medisiner hver mandag.'
]
const practical = [
  'Medisiner er sendt med. Nøkkel til boligen har hjemmesykepleien. Pårørende er varslet.',
  'Briller og høreapparat er i toalettmappen. Neste multidose leveres på mandag.',
  'Mobiltelefon og lader er sendt med. Katten passes av nabo.'
]
