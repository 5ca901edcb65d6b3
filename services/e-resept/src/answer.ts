/** Look-ups: who may ask what of Reseptformidleren, and who answers it. */
import {
  contentOf,
  type ContentOf,
  type FormatName,
  herIdOf,
  type Refusal,
  refuse,
  requireSynthetic
} from '@budstikka/meldinger'
import type { Answer, Context, Question } from '@budstikka/service'
import { list, take } from './answer-utleverer.ts'
import { endredePasienter, legemidlerIBruk } from './answer-lib.ts'
import { detailForKunde, listForKunde, refuseKunde } from './answer-nettapotek.ts'
import { allot } from './answer-refnr.ts'
import { listForRekvirent, utleveringerFor } from './answer-rekvirent.ts'
import { type Asked, no } from './asked.ts'
import type { Setup } from './handle.ts'
import { refuse7419 } from './refuse.ts'
import {
  firstBroken,
  isUtleverer,
  jaNeiRule,
  m91Rules,
  m93Rules,
  rekvirentRules,
  refuseType,
  reseptIdRule,
  type Rule,
  sokRules,
  utlevererRules
} from './rules.ts'
import type { State } from './state.ts'

export function answer(
  state: State,
  { melding, to, isRepeated }: Question,
  { register, now, setup }: Context & { readonly setup: Setup }
): Answer<State> {
  const { envelope, payload } = melding
  const refusal = requireSynthetic(envelope.patient) ?? requireSynthetic(namedIn(state)) ?? refuseType(melding)
  if (refusal !== undefined) return no(refusal)
  const from = herIdOf(envelope.sender) ?? ''
  const about = { envelope, from: register.party(from), register, now, rfAdmin: setup }
  const asked: Asked = { state, melding, us: to, about, from, isRepeated }
  switch (payload.format) {
    case 'M9.1':
      return read('M9.1', [...utlevererRules, ...m91Rules], list)
    case 'M9.3':
      return read('M9.3', [...utlevererRules, ...m93Rules], take)
    case 'M4.1':
      return read('M4.1', rekvirentRules, allot)
    case 'M9.5':
      return read('M9.5', [...rekvirentRules, ...sokRules, jaNeiRule((m95) => m95.AlleResepter)], listForRekvirent)
    case 'M9.7':
      return read('M9.7', [...rekvirentRules, ...sokRules, reseptIdRule], utleveringerFor)
    case 'M9.11':
      return read('M9.11', isUtleverer(about) ? [] : rekvirentRules, legemidlerIBruk)
    case 'M9.21':
      return read('M9.21', utlevererRules, endredePasienter)
    case 'M9NA1':
      return read('M9NA1', [], listForKunde, (content) => refuseKunde(asked, content, setup))
    case 'M9NA3':
      return read('M9NA3', [reseptIdRule], detailForKunde, (content) => refuseKunde(asked, content, setup))
    default:
      return no(refuse('T10', 'HITS 1168 §6.2'))
  }

  /** Who asks is judged before anything is said of the patient (363): `rules`, and what else `refuseAsker` knows. */
  function read<F extends FormatName>(
    name: F,
    rules: readonly Rule<ContentOf<F>>[],
    decide: (one: Asked, content: ContentOf<F>) => Answer<State>,
    refuseAsker?: (content: ContentOf<F>) => Refusal | undefined
  ): Answer<State> {
    const content = contentOf(payload, name)
    if (content.type !== 'content') return no(refuse('T02', 'HITS 1168 §6.2'))
    const broken = firstBroken(rules, content.content, about) ?? refuseAsker?.(content.content)
    if (broken !== undefined) return no(broken)
    if (state.pasient.harNyIdentitet) return no(refuse7419(363, 'kodeverk 7419'))
    return decide(asked, content.content)
  }
}

/** Who is asked about has no place in the envelope of a question. */
const namedIn = ({ pasientId: id }: State) => (id === undefined ? undefined : { idents: [{ id, kind: 'FNR' }] })
