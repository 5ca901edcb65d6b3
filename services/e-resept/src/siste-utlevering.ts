/** What prescribers (M9.6) and customers of net pharmacies (M9NA4) are told of what has been dispensed on a prescription. */
import { dispensed, gyldige, type Resept } from './resept.ts'

/** None where nothing was dispensed, or the M1 did not name the medicine. What an M10 does not count was all that is prescribed at a time. */
export function sisteUtlevering(resept: Resept) {
  const last = gyldige(resept).at(-1)
  const { navnFormStyrke } = resept.details
  if (last === undefined || navnFormStyrke === undefined) return []
  return [
    {
      NavnFormStyrke: navnFormStyrke,
      AntallPakningerUtlevertTotalt: String(dispensed(resept)),
      AntallPakningerUtlevertSiste: String(last.antall ?? resept.antall ?? 1),
      TidspunktSisteUtlevering: new Date(last.at).toISOString()
    }
  ]
}
