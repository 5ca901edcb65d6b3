/** M21: the pharmacy that a prescription was sent to is asked to dispense it (ERDOK). */
import { type ContentOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { personNumberOf } from './about.ts'
import type { Case } from './handle.ts'
import { meldingFrom } from './outgoing.ts'

/** Undefined where the M1 asks nobody. */
export function ekspederingsanmodning(one: Case<ContentOf<'M1'>>): Melding | undefined {
  const { EkspAnm, RefNr } = one.content
  if (EkspAnm === undefined) return undefined
  const { msgId, patient } = one.melding.envelope
  const Navn = [patient?.givenName, patient?.familyName].filter(Boolean).join(' ')
  const payload = payloadOf('M21', {
    ReseptId: msgId,
    RefNr,
    Fnr: personNumberOf(one.melding),
    ...(Navn !== '' && { Navn }),
    EkspAnm
  })
  return meldingFrom(one, { type: 'ERM21', to: EkspAnm.Utleverer, payload })
}
