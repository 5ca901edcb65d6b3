/** M24.1: a fastlege asks to be told of what is dispensed to a patient (M8), or no longer; and is answered (M24.2). */
import { type ContentOf, dayStart, eReseptCs, payloadOf } from '@budstikka/meldinger'
import { receipt, save, send } from '@budstikka/service'
import type { Case, Effects } from './handle.ts'
import { meldingFrom } from './outgoing.ts'
import { firstBroken, m241Rules } from './rules.ts'

/** Tjenester of those who are on the list of fastleger: by name, and lists without a fastlege. */
const fastleger = ['person', '8663-KX17']

export function abonner(one: Case<ContentOf<'M24.1'>>): Effects {
  const { state, content, about, from } = one
  const broken = firstBroken(m241Rules, content, about)
  if (broken !== undefined) return [receipt(broken)]
  const begrunnelse = whyNot(one, state.pasientId ?? '')
  const payload = payloadOf('M24.2', {
    Svar: eReseptCs('7457', begrunnelse === undefined ? '1' : '2'),
    ...(begrunnelse && { Begrunnelse: eReseptCs('7458', begrunnelse) })
  })
  const answer = meldingFrom(one, { type: 'ERM242', to: from, payload })
  const { abonnent: _before, abonnertTil: _until, ...pasient } = state.pasient
  const after = isWithdrawn(content)
    ? pasient
    : { ...pasient, abonnent: from, abonnertTil: dayStart(content.SamtykkeTil) + dayMs }
  return [
    receipt(),
    ...(begrunnelse === undefined ? [save({ ...state, pasient: after })] : []),
    ...(answer ? [send(answer)] : [])
  ]
}

/** SamtykkeTil is the last day. */
const dayMs = 24 * 60 * 60 * 1000

/** List 1101: 2 is no. */
const isWithdrawn = ({ Samtykkeverdi }: ContentOf<'M24.1'>) => Samtykkeverdi?.V === '2'

/** List 7458. That a consent must reach into the future, and be of the kind that list 7455 has, is our reading of "another reason". */
function whyNot({ content, about, from, setup }: Case<ContentOf<'M24.1'>>, pasientId: string) {
  if (!fastleger.includes(about.from?.tjeneste ?? '')) return '1'
  if (setup.fastlegeOf(pasientId) !== from) return '2'
  const isOver = dayStart(content.SamtykkeTil) + dayMs <= about.now
  return content.TypeSamtykke.V !== '1' || (isOver && !isWithdrawn(content)) ? '3' : undefined
}
