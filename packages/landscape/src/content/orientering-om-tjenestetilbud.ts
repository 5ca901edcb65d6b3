/** ORIENTERING_TJENESTETILBUD: the municipality tells the GP which services the patient has been granted (HIS 1148, PLO 1.6). */
import type { Rng } from '../random.ts'
import { beginning } from './beginning.ts'
import { servicesOf } from './clinical.ts'
import type { Occasion } from './occasion.ts'

export function orienteringOmTjenestetilbud(occasion: Occasion, rng: Rng) {
  return {
    ...beginning(occasion, rng),
    EksisterendeTjeneste: servicesOf(rng, occasion.at, occasion.from.organisation.name)
  }
}
