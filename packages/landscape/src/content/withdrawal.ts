/** The content of a cancelled report: who cancels and why, nothing clinical (as the official samples do). */
import type { Rng } from '../random.ts'
import { beginning } from './beginning.ts'
import type { Occasion } from './occasion.ts'

export function withdrawal(occasion: Occasion, rng: Rng) {
  return {
    ...beginning(occasion, rng),
    Sykepleierdokumentasjon: {
      InfoFraSykepleier: { Journaltekst: [{ Notat: 'Kansellering: Meldingen ble sendt på feil pasient.' }] }
    }
  }
}
