/** The scene of this service's tests: who it is, and who writes to it. */
import { examplesOf, firstPlace } from '@budstikka/journal/examples'
import { createLandscape } from '@budstikka/landscape'
import { pleieOmsorg } from './service.ts'

export const landscape = createLandscape({ year: 2021, seed: 'pleie-omsorg', size: { municipalities: 2 } })
export const definition = pleieOmsorg(landscape.person)
export const { sykepleietjeneste, saksbehandling, hospital, fastlege } = firstPlace(landscape)
export const { sentOf, hendelseOf, meldingFor, poorMeldingFor, handle, came, receiptFor } = examplesOf({
  landscape,
  definition,
  actor: hospital,
  counterpart: sykepleietjeneste,
  receiver: sykepleietjeneste,
  between: { from: sykepleietjeneste, to: fastlege }
})
export { happened, now, savedState, sentTypes } from '@budstikka/journal/examples'
