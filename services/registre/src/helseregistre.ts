/** Health registers of which no reporting form is published: what one takes is told by its refusals. Two answer citizens. */
import { answerOwed } from '@budstikka/landscape'
import { herIdOf, refuse, requireSynthetic } from '@budstikka/meldinger'
import { type Context, type Effect, type Incoming, receipt, send } from '@budstikka/service'
import type { Register } from './register.ts'

/** Digitale innbyggertjenester (list 8658): it alone speaks for citizens. */
const helsenorge = '8658-4'
/** What an official example is addressed to (Digital dialog, implementasjonsguide): Norsk pasientregister and KPR, lists 8658 and 8659. */
const dialoger: Readonly<Record<string, string>> = {
  '8658-3': 'DIALOG_INNBYGGER_HREG_MELDE_FEIL',
  '8659-K02': 'DIALOG_INNBYGGER_HREG_INNSYN_UTLEVERING'
}
export const asked: readonly string[] = Object.keys(dialoger)

/** Dødsårsaksregisteret is told at a door, MSIS and the others (list 8659) nothing: a melding of any form is one that they do not support. */
export const utenMelding: readonly Register[] = ['2', '4', '5', '8', '9'].map((code) => ({
  tjeneste: `8659-${code}`,
  takes: {},
  looksUp: []
}))

/** Undefined for what is not for those two. Nobody reports to them here, so they have nothing of anybody, and say so. */
export function hearCitizen(incoming: Incoming, { now, register }: Context): readonly Effect<object>[] | undefined {
  if (incoming.type !== 'melding') return undefined
  const { melding, to, role } = incoming
  const [us, asker] = [register.party(to), register.party(herIdOf(melding.envelope.sender) ?? '')]
  const taken = dialoger[us?.tjeneste ?? '']
  if (us === undefined || taken === undefined) return undefined
  const { type, patient } = melding.envelope
  if (type !== taken) return [receipt(refuse('T10', 'HITS 1168 §6.2', `Registeret tar imot ${taken}`))]
  if (asker?.tjeneste !== helsenorge)
    return [receipt(refuse('X99', 'Budstikka (eget valg)', 'Bare Digitale innbyggertjenester spør for en innbygger'))]
  const unreal = requireSynthetic(patient)
  if (unreal !== undefined) return [receipt(unreal)]
  const answer = role === 'PRIM' ? answerOwed(melding, { from: us, to: asker, now }) : undefined
  return answer === undefined ? [receipt()] : [receipt(), send(answer)]
}
