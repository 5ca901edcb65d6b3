/** Causes of death, in the words that a doctor writes: from the immediate one to the underlying one, and what contributed. */
import { covid19Code, type Dodsarsak } from '@budstikka/meldinger'
import { pick, type Rng } from '../random.ts'

type Cause = Pick<Dodsarsak, 'arsak' | 'medvirkende' | 'dodsmate'>

/** A chain with the time from its onset to death (list 99004), the natural manner (99000 code 1). How often each is taken is assumed. */
const chains: readonly Cause['arsak'][] = [
  { A: { tekst: 'Hjertestans', varighet: '1' }, B: { tekst: 'Hjerteinfarkt', varighet: '1' } },
  { A: { tekst: 'Hjertesvikt', varighet: '3' }, B: { tekst: 'Koronarsykdom', varighet: '4' } },
  { A: { tekst: 'Lungebetennelse', varighet: '1' }, B: { tekst: 'Kronisk obstruktiv lungesykdom', varighet: '4' } },
  { A: { tekst: 'Kreft i tykktarm med spredning', varighet: '4' } },
  { A: { tekst: 'Lungekreft', varighet: '3' } },
  { A: { tekst: 'Hjerneslag', varighet: '1' }, B: { tekst: 'Høyt blodtrykk', varighet: '4' } },
  { A: { tekst: 'Demens', varighet: '4' } }
]
const contributing: readonly Cause['medvirkende'][] = [[], [], [{ tekst: 'Diabetes', varighet: '4' }]]

export function causeOf(rng: Rng, isCovid: boolean): Cause {
  const medvirkende = pick(rng, contributing)
  const chain = pick(rng, chains)
  const covid: Cause['arsak'] = {
    A: { tekst: 'Lungesvikt', varighet: '1' },
    B: { kode: covid19Code, varighet: '2' }
  }
  return { arsak: isCovid ? covid : chain, medvirkende, dodsmate: '1' }
}
