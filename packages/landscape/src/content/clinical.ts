/** Parts of clinical content that several reports share: journal text, diagnoses, cave, medicines, services, function. */
import type { Rng } from '../random.ts'
import { pick, whole } from '../random.ts'
import { cs, cv } from './codes.ts'
import type { List } from './codes.ts'
import { dateOf } from './local-time.ts'
import { caves, diagnoses, medicines, services } from './clinical-words.ts'

const dayMs = 24 * 60 * 60 * 1000

export type Heading = readonly [list: List, code: string, text: string]

/** Notes under headings, e.g. list 9142 PROB. */
export const journal = (...headings: readonly Heading[]) =>
  headings.map(([list, code, Notat]) => ({ Overskriftskode: cv(list, code), Notat }))

/** One journal note with all its headings. */
export const note = (rng: Rng, ...headings: readonly Heading[]) => ({
  ...component(rng, 'Andre notater'),
  Journaltekst: journal(...headings)
})

/** What every part of a journal says of itself: an id of its own, and what kind of information it is (HIS 80710). */
export const component = (rng: Rng, informasjonskategori: 'Cave/allergier' | 'Legemidler' | 'Andre notater') => ({
  komponentID: randomUuid(rng),
  informasjonskategori
})

/** In words: the lists of diagnoses (7110, 7170) are not among the code lists that we have. */
export function diagnosesOf(rng: Rng) {
  const first = whole(rng, 0, diagnoses.length - 1)
  return Array.from({ length: whole(rng, 1, 3) }, (_, index) => ({
    Hoveddiagnose: index === 0 ? 'true' : 'false',
    DiagnoseBeskrivelse: diagnoses[(first + index * 3) % diagnoses.length] ?? ''
  }))
}

/** Always there, since its absence would be a question: one without any says so. */
export function cave(rng: Rng) {
  const about = component(rng, 'Cave/allergier')
  const SakshodeCave = { ...component(rng, 'Cave/allergier'), StikkordCave: [{ CaveStikkord: pick(rng, caves) }] }
  return { ...about, SakshodeCave }
}

/** Simplified prescriptions in use, `low` to `high` of them. */
export function medicinesOf(rng: Rng, at: number, low = 2, high = 7) {
  const first = whole(rng, 0, medicines.length - 1)
  const isMultidose = rng() < 0.5
  return Array.from({ length: whole(rng, low, high) }, (_, index) => {
    const medicine = medicines[(first + index) % medicines.length]
    if (medicine === undefined) throw new Error('expected the list of medicines to have entries')
    const [Navn, strength, DosVeiledEnkel, use] = medicine
    return {
      ...component(rng, 'Legemidler'),
      ForenkletForskrivning: {
        InngaarIMultidose: cs('9103', isMultidose && use === '1' ? '2' : '1'),
        Forskrivningsinfo: {
          DosVeiledEnkel,
          Navn,
          Legemiddelform: cs('7448', '53'),
          Styrke: { V: strength, U: 'mg' },
          Bruk: cs('9101', use),
          DoseringStarttidspunkt: { V: dateOf(at - whole(rng, 5, 700) * dayMs) },
          SkalIkkeTasSammenMedAnnetLegemiddel: 'false'
        }
      }
    }
  })
}

/** Municipal services that the patient has, one entry each (list 9151). */
export function servicesOf(rng: Rng, at: number, provider: string) {
  const first = whole(rng, 0, services.length - 1)
  return Array.from({ length: whole(rng, 1, 4) }, (_, index) => {
    const service = services[(first + index) % services.length]
    if (service === undefined) throw new Error('expected the list of services to have entries')
    const [code, BetegnelseTjeneste, AntallEnheter, Enhet] = service
    return {
      IPLOStjenestetype: cv('9151', code),
      BetegnelseTjeneste,
      PrivatTjeneste: 'false',
      TjenestenLevertAv: provider,
      AntallEnheter,
      Enhet,
      Startdato: dateOf(at - whole(rng, 10, 1500) * dayMs)
    }
  })
}

/** IPLOS: all 17 variables with a score of 1 to 5 (list 9111). */
export function functionOf(rng: Rng) {
  const level = whole(rng, 1, 4)
  const KartlagtFunksjon = Array.from({ length: 17 }, (_, index) => ({
    Funksjonsvariabel: cv('9111', String(index + 1)),
    Vurdering: String(Math.min(5, Math.max(1, level + whole(rng, -1, 1))))
  }))
  return { KartlagtFunksjon }
}

const hex32 = (rng: Rng) =>
  Math.floor(rng() * 2 ** 32)
    .toString(16)
    .padStart(8, '0')

/** A UUID of version 8, as its bits are by our own rule (RFC 9562). */
function randomUuid(rng: Rng): string {
  const [a, b, c, d] = [hex32(rng), hex32(rng), hex32(rng), hex32(rng)]
  return `${a}-${b.slice(0, 4)}-8${b.slice(5)}-9${c.slice(1, 4)}-${c.slice(4)}${d}`
}
