/** What Prometheus is shown of the look-ups: by whom they were, and how many persons have looked at their own. */
import type { Edge } from '@budstikka/service'
import type { Records } from './records.ts'

export function figuresOf({ tall }: Pick<Records, 'tall'>): Required<Pick<Edge, 'counters' | 'gauges'>> {
  const valuesOf = (who: string, label: string) =>
    Object.entries(tall.counts()).flatMap(([what, value]) => {
      const [ofWhom, part = 'alle'] = what.split('.')
      return ofWhom === who ? [{ labels: { [label]: part }, value }] : []
    })
  return {
    counters: [
      {
        name: 'budstikka_look_ups_total',
        help: 'Look-ups of personnel in the core record, by type of enterprise (list 9040).',
        labels: ['business_type'],
        collect: () => valuesOf('helsepersonell', 'business_type')
      }
    ],
    gauges: [
      {
        name: 'budstikka_looking_persons',
        help: 'Persons who have looked at their own core record, in all (alle) and by part.',
        labels: ['part'],
        collect: () => valuesOf('innbygger', 'part')
      }
    ]
  }
}
