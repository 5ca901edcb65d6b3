/** What Reseptformidleren counts: prescriptions by who wrote them, dispensings by how they were prescribed, and citizens' look-ups. */
import { contentOf, herIdOf, type Melding, type Register } from '@budstikka/meldinger'
import { type Edge, openTally, type ServiceDefinition } from '@budstikka/service'
import type { Store } from '@budstikka/transport'
import { isTrue } from './rules.ts'
import { isKansellert } from './utlever-rules.ts'
import type { State } from './state.ts'

export type Tall = ReturnType<typeof openTall>

/** Called in the transaction of what is counted. */
export function openTall(store: Store) {
  const tally = openTally(store, 'tall')
  const shown = (name: string, help: string, prefix: string, label: string) => ({
    name,
    help,
    labels: [label],
    collect: () =>
      Object.entries(tally.all()).flatMap(([what, value]) =>
        what.startsWith(prefix) ? [{ labels: { [label]: what.slice(prefix.length) }, value }] : []
      )
  })
  return {
    count: (what: string) => tally.change(what),
    counters: [
      shown(
        'budstikka_resepter_total',
        'Prescriptions (M1) taken over, by business type (list 9040).',
        'm1.',
        'rekvirent'
      ),
      shown(
        'budstikka_utleveringer_total',
        'Dispensings (M10) taken over, by how they were prescribed.',
        'm10.',
        'resept'
      ),
      shown(
        'budstikka_innbygger_oppslag_total',
        'Look-ups by citizens, by what and by which right.',
        'innbygger.',
        'hva'
      )
    ] satisfies Edge['counters']
  }
}

/** The same service, whose receipts of OK are counted. */
export const counting = (definition: ServiceDefinition<State>, tall: Tall): ServiceDefinition<State> => ({
  ...definition,
  handle(state, incoming, context) {
    const effects = definition.handle(state, incoming, context)
    const isTaken = effects.some((effect) => effect.type === 'receipt' && effect.refusal === undefined)
    const what = isTaken && incoming.type === 'melding' ? nameOf(incoming.melding, context.register) : undefined
    if (what !== undefined) tall.count(what)
    return effects
  }
})

function nameOf({ envelope, payload }: Melding, register: Register): string | undefined {
  if (payload.format === 'M1') {
    return `m1.${register.party(herIdOf(envelope.sender) ?? '')?.organisation.businessType ?? 'ukjent'}`
  }
  const read = contentOf(payload, 'M10')
  if (read.type !== 'content' || isKansellert(read.content) || isTrue(read.content.Utlevering.Annullering))
    return undefined
  return isTrue(read.content.Papirresept) ? 'm10.papir' : 'm10.elektronisk'
}
