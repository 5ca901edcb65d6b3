/** One small Norway and one happening of every kind in it, for the tests of contents. */
import type { Hendelse } from '../hendelse.ts'
import { createLandscape } from '../landscape.ts'
import { createRng } from '../random.ts'
import type { World } from './melding-of-hendelse.ts'

export const landscape = createLandscape({ year: 2021, seed: 'content', size: { municipalities: 3 } })
export const world: World = { register: landscape, person: landscape.person }

const [place] = landscape.places
if (place === undefined) throw new Error('expected a municipality in the landscape')
export const { sykepleietjeneste, saksbehandling, sykehjemslege } = place
export const hospital = place.trust.somatic
const patient = landscape.randomPerson(createRng('content'), { bornFrom: 1930, bornTo: 1950 })
export const { fastlege } = patient

/** 1 July 2021, 12:00 in Norway. */
export const at = Date.UTC(2021, 6, 1, 10)

export function hendelseOf(changes: Partial<Hendelse> & Pick<Hendelse, 'meldingType'>): Hendelse {
  const { actor, counterpart } = partiesOf(changes.meldingType)
  return {
    id: `h-${changes.meldingType}`,
    at,
    actor,
    counterpart,
    patient: patient.id,
    status: 'N',
    copies: [],
    variant: 'plain',
    expectsAnswer: false,
    ...changes
  }
}

const fromHospital = /^(LOG_(?!DOD)|HELSEOPPL_SOKNAD|UTSKRIVNINGSRAPPORT)/
const fromDoctor = /^(MEDISINSKE_OPPLYSNINGER|DIALOG_SVAR)$/

function partiesOf(meldingType: string): Pick<Hendelse, 'actor' | 'counterpart'> {
  if (fromHospital.test(meldingType)) return { actor: hospital, counterpart: sykepleietjeneste }
  if (fromDoctor.test(meldingType)) return { actor: fastlege, counterpart: sykepleietjeneste }
  if (meldingType === 'INNLEGGELSESRAPPORT') return { actor: sykepleietjeneste, counterpart: hospital }
  return { actor: sykepleietjeneste, counterpart: fastlege }
}
