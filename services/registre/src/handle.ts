/** What Dødsårsaksregisteret answers: a reference, or why the report is not taken. */
import type { Dodsarsak, DodsarsakAnswer } from '@budstikka/meldinger'

/** A report under the id that its sender gave it. */
export const idMax = 64
export const kanaler = ['elektronisk', 'papir'] as const
export type Report = {
  readonly id: string
  readonly dodsarsak: Dodsarsak
  readonly kanal: (typeof kanaler)[number]
}

/** `known`: whether a report under that id has been taken. The rules are our choice: the register publishes none. */
export function handle(
  { dodsarsak, id }: Pick<Report, 'dodsarsak' | 'id'>,
  known: (id: string) => boolean
): DodsarsakAnswer {
  const { gjelder, dodsmate, skade } = dodsarsak
  if (gjelder !== undefined && !known(gjelder.id)) return avvist('Meldingen gjelder en melding som ikke finnes')
  if (dodsmate === '1' && skade !== undefined) return avvist('En naturlig død har ingen skade')
  return { type: 'mottatt', referanse: id }
}

const avvist = (begrunnelse: string): DodsarsakAnswer => ({ type: 'avvist', begrunnelse })
