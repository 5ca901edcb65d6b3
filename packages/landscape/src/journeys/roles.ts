/** Who takes part in journeys: what kind of organisation each belongs to, and which party it is for a patient. */
import type { HerId } from '@budstikka/meldinger'
import type { Landscape } from '../landscape.ts'
import type { Place, Trust } from '../parties/build.ts'
import type { Rng } from '../random.ts'
import { pick } from '../random.ts'

/** One patient's journey: where the patient lives, whose list he is on, and the trust that treats him. */
export type Scene = {
  readonly landscape: Landscape
  readonly rng: Rng
  readonly place: Place
  readonly trust: Trust
  readonly fastlege: HerId
}
type Taking = {
  /** Type of enterprise, list 9040: by it the books know whose a sending is. */
  readonly businessType: string
  party(scene: Scene): HerId
}

/** Stays in psychiatry: assumed. */
const psychiatricShare = 0.1

export const roles = {
  /** The hospital's PLO service. */
  hospital: {
    businessType: '101',
    party: ({ trust, rng }) => (rng() < psychiatricShare ? trust.psychiatric : trust.somatic)
  },
  /** A clinical department, as doctors outside write to it. */
  avdeling: { businessType: '101', party: ({ trust, rng }) => pick(rng, trust.departments) },
  /** One of another trust, where there is another. */
  annenAvdeling: {
    businessType: '101',
    party: ({ landscape, rng, trust }) => {
      const others = landscape.trusts.filter((one) => one !== trust)
      return pick(rng, pick(rng, others.length > 0 ? others : landscape.trusts).departments)
    }
  },
  laboratorium: { businessType: '101', party: ({ trust }) => trust.laboratorium },
  mikrobiologi: { businessType: '101', party: ({ trust }) => trust.mikrobiologi },
  patologi: { businessType: '101', party: ({ trust }) => trust.patologi },
  bildediagnostikk: { businessType: '101', party: ({ trust }) => trust.bildediagnostikk },
  privatLaboratorium: { businessType: '105', party: ({ landscape, rng }) => ofType(landscape, rng, '8660-L03', '105') },
  rontgeninstitutt: { businessType: '104', party: ({ landscape, rng }) => ofType(landscape, rng, '8660-B', '104') },
  sykepleietjeneste: { businessType: '102', party: ({ place }) => place.sykepleietjeneste },
  saksbehandling: { businessType: '102', party: ({ place }) => place.saksbehandling },
  sykehjemslege: { businessType: '102', party: ({ place }) => place.sykehjemslege },
  /** The addressee of the patient's list. */
  fastlege: { businessType: '103', party: ({ fastlege }) => fastlege },
  /** Another list of the municipality, where it has another: whose patient it is not. */
  annenFastlege: {
    businessType: '103',
    party: ({ rng, place, fastlege }) => {
      const others = place.fastleger.filter((one) => one !== fastlege)
      return others.length > 0 ? pick(rng, others) : fastlege
    }
  },
  /** Where the hospital's doctors prescribe (8666-FR). */
  forskrivning: { businessType: '101', party: ({ trust }) => trust.forskrivning },
  legevakt: { businessType: '102', party: ({ place }) => place.legevakt },
  /** One of the municipality's, or any where it has none: people go where they are. */
  apotek: {
    businessType: '108',
    party: ({ landscape, place, rng }) => {
      const near = landscape.find('8664-FR', place.municipality.number)
      return pick(rng, near.length > 0 ? near : landscape.find('8664-FR')).herId
    }
  },
  /** Where the municipality vaccinates. */
  helsestasjon: {
    businessType: '102',
    party: ({ landscape, place, rng }) => pick(rng, landscape.find('8663-KF01', place.municipality.number)).herId
  },
  sysvak: { businessType: '113', party: ({ landscape, rng }) => pick(rng, landscape.find('8659-7')).herId },
  /** Anywhere in the country; where none is on the net, a pharmacy that people go to. */
  nettapotek: {
    businessType: '108',
    party: ({ landscape, rng }) => {
      const onTheNet = landscape.find('8664-NA')
      return pick(rng, onTheNet.length > 0 ? onTheNet : landscape.find('8664-FR')).herId
    }
  },
  reseptformidler: { businessType: '113', party: ({ landscape, rng }) => pick(rng, landscape.find('8658-1')).herId },
  /** Writes for the citizen, and takes the answer (list 8658, Digitale innbyggertjenester). */
  helsenorge: { businessType: '113', party: ({ landscape, rng }) => pick(rng, landscape.find('8658-4')).herId },
  /** By list 8658; it stands in list 8659 too. */
  pasientregister: { businessType: '113', party: ({ landscape, rng }) => pick(rng, landscape.find('8658-3')).herId },
  kpr: { businessType: '113', party: ({ landscape, rng }) => pick(rng, landscape.find('8659-K02')).herId },
  nav: { businessType: '113', party: ({ landscape, rng }) => pick(rng, landscape.find('8658-5')).herId },
  /** Reached where NAV is. */
  helfo: { businessType: '113', party: ({ landscape, rng }) => pick(rng, landscape.find('8658-5')).herId }
} as const satisfies Readonly<Record<string, Taking>>

export type Role = keyof typeof roles

/** Any such service of such an organisation: patients travel to private institutes. */
function ofType(landscape: Landscape, rng: Rng, tjeneste: string, businessType: string): HerId {
  return pick(
    rng,
    landscape.find(tjeneste).filter(({ organisation }) => organisation.businessType === businessType)
  ).herId
}
