/** What a happening makes its actor send: once, twice the same, or first with a patient that nobody can know. */
import type { Melding } from '@budstikka/meldinger'
import type { Hendelse } from '../hendelse.ts'
import { meldingOf, poorMeldingOf, type World } from './melding-of-hendelse.ts'

export type ToSend = {
  readonly melding: Melding
  /** 1 where the same melding goes again. */
  readonly attempt: 0 | 1
  /** The happening is to be told again, corrected, when this one is refused with E36. */
  readonly isToBeCorrected: boolean
}

export function sendingsOf(hendelse: Hendelse, world: World): readonly ToSend[] {
  switch (hendelse.variant) {
    case 'plain':
      return [{ melding: meldingOf(hendelse, world), attempt: 0, isToBeCorrected: false }]
    case 'resend': {
      const melding = meldingOf(hendelse, world)
      return [
        { melding, attempt: 0, isToBeCorrected: false },
        { melding, attempt: 1, isToBeCorrected: false }
      ]
    }
    case 'poor-patient':
      return [{ melding: poorMeldingOf(hendelse, world), attempt: 0, isToBeCorrected: true }]
  }
}
