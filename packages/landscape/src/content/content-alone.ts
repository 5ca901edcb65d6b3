/** The envelope of what goes to registers whose content alone says whom it is about: SYSVAK, frikort, claims. */
import type { Envelope } from '@budstikka/meldinger'
import { envelopeFor, type EnvelopeParts } from './envelope.ts'

export const isContentAlone = (meldingType: string) =>
  /^((HENDELSE|SOK|KODEVERK)REQUEST|Egenandel\w+|LOM|POM)$/.test(meldingType)

export function contentAloneEnvelope(parts: EnvelopeParts): Envelope {
  const { patient: _inTheContent, ...envelope } = envelopeFor(parts)
  return envelope
}
