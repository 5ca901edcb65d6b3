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
  const { gjelder, dodsmate, skade, unaturlig } = dodsarsak
  if (gjelder !== undefined && !known(gjelder.id)) return avvist('Meldingen gjelder en melding som ikke finnes')
  if (dodsmate === '1' && skade !== undefined) return avvist('En naturlig død har ingen skade')
  // The form writes an accident, a suicide and a homicide down as unnatural by itself (HL7Norway/ElektroniskDodsmelding, Questionnaire/1).
  if (unaturlig === '2' && ['2', '3', '4'].includes(dodsmate))
    return avvist('En ulykke, et selvmord og et drap er unaturlige dødsfall')
  return { type: 'mottatt', referanse: id }
}

const avvist = (begrunnelse: string): DodsarsakAnswer => ({ type: 'avvist', begrunnelse })
