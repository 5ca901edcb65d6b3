/** A prescriber asks for reference numbers (M4.1), and is allotted some that nobody has (M4.2). */
import { type ContentOf, payloadOf } from '@budstikka/meldinger'
import type { Answer } from '@budstikka/service'
import { type Asked, no, reply } from './asked.ts'
import { refuse7419 } from './refuse.ts'
import { refNrMax } from './refnr.ts'
import { hprNummer } from './rules.ts'
import type { State } from './state.ts'

export function allot(asked: Asked, { Antall }: ContentOf<'M4.1'>): Answer<State> {
  const { state, melding } = asked
  const wanted = Number(Antall)
  if (wanted > refNrMax) return no(refuse7419(49, 'kodeverk 7419'))
  if (wanted < 1) return no(refuse7419(320, 'kodeverk 7419'))
  const refNumre = (state.ledige ?? []).slice(0, wanted)
  const tildelt = { hprNummer: hprNummer(melding.envelope) ?? '', m41: melding.envelope.msgId }
  return reply(
    asked,
    { type: 'ERM42', payload: payloadOf('M4.2', { RefNr: refNumre }) },
    { ...state, tildeling: { tildelt, refNumre } }
  )
}
