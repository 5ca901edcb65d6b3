/** FRAVARSMELDING: the receiver is away for some time (PLO 1.5 only; withdrawn in 1.6). */
import type { Rng } from '../random.ts'
import { whole } from '../random.ts'
import { sending } from './beginning.ts'
import { dateOf } from './local-time.ts'
import type { Occasion } from './occasion.ts'

const dayMs = 24 * 60 * 60 * 1000

export function fravarsmelding(occasion: Occasion, rng: Rng) {
  const { at } = occasion
  return {
    ...sending(occasion),
    Fraversassistent: {
      MottakerFravarende: 'true',
      MeldingVideresendt: 'false',
      FravarendeFraDato: dateOf(at),
      FravarendeTilDato: dateOf(at + whole(rng, 2, 28) * dayMs)
    }
  }
}
