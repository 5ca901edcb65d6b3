/** The scene of this service's tests: who it is, and who writes to it. */
import { examplesOf, firstPlace } from '@budstikka/journal/examples'
import { createLandscape } from '@budstikka/landscape'
import { epj } from './service.ts'

export const landscape = createLandscape({ year: 2021, seed: 'epj', size: { municipalities: 2 } })
export const definition = epj(landscape.person)
export const { sykepleietjeneste, saksbehandling, hospital, fastlege } = firstPlace(landscape)
export const { sentOf, hendelseOf, meldingFor, poorMeldingFor, handle, came, receiptFor } = examplesOf({
  landscape,
  definition,
  actor: sykepleietjeneste,
  counterpart: fastlege,
  receiver: fastlege,
  between: { from: hospital, to: saksbehandling }
})
export { happened, savedState, sentTypes } from '@budstikka/journal/examples'
