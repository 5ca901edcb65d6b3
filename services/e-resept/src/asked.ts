/** A question with all that its answer needs, and the ways to answer it. */
import { type Melding, type Refusal, refuse } from '@budstikka/meldinger'
import type { Answer } from '@budstikka/service'
import { meldingFrom, type Wanted } from './outgoing.ts'
import type { About } from './rules.ts'
import { hprNummer } from './rules.ts'
import type { State } from './state.ts'

export type Asked = {
  readonly state: State
  readonly melding: Melding
  /** HER-ids (level 2): us, and who asks. */
  readonly us: string
  readonly from: string
  readonly about: About
  /** It came before: what it changed then, it does not change again. */
  readonly isRepeated: boolean
}

/** Whoever asks is among those whom the patient lets see nothing. */
export const isBlokkert = ({ state, melding }: Asked): boolean =>
  state.pasient.blokkerte?.includes(hprNummer(melding.envelope) ?? '') === true

export const no = (refusal: Refusal): Answer<State> => ({ type: 'appRec', refusal })

/** `state`: what the question changes. */
export function reply(asked: Asked, wanted: Omit<Wanted, 'to'>, state?: State): Answer<State> {
  const melding = meldingFrom(asked, { ...wanted, to: asked.from })
  if (melding === undefined) return no(refuse('E21', 'HITS 1168 §6.2'))
  return { type: 'answer', melding, ...(state && { state }) }
}
