/** What the dashboards ask of Prometheus: every query of every panel, and of every variable. */
import type { Dashboard, Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { z } from 'zod'
import { dashboards } from './dashboards.ts'

export type Question = {
  /** 'Kvitteringer / Andel avvist / A' */
  readonly name: string
  readonly dashboard: Dashboard
  readonly panel: Panel
  /** With variables in it. */
  readonly expr: string
  /** Asked at the end of the range only, and not along it. */
  readonly isInstant: boolean
  /** Whether its points lead to traces. */
  readonly isExemplified: boolean
}

const Target = z.object({
  refId: z.string(),
  expr: z.string(),
  instant: z.boolean().default(false),
  exemplar: z.boolean().default(false)
})

export const panelsOf = ({ panels = [] }: Dashboard): readonly Panel[] =>
  panels.flatMap((panel) => ('targets' in panel ? [panel] : []))

export const questions: readonly Question[] = dashboards.flatMap((dashboard) =>
  panelsOf(dashboard).flatMap((panel) =>
    (panel.targets ?? []).map((target) => {
      const { refId, expr, instant, exemplar } = Target.parse(target)
      const name = `${dashboard.title} / ${panel.title} / ${refId}`
      return { name, dashboard, panel, expr, isInstant: instant, isExemplified: exemplar }
    })
  )
)

export type VariableQuestion = {
  readonly name: string
  /** The values of a label of a metric, or what an expression answers, with the text and the value that Grafana takes of a series. */
  readonly asks:
    | { readonly type: 'values'; readonly metric: string; readonly label: string }
    | { readonly type: 'result'; readonly expr: string; readonly regex: RegExp }
}

export const variablesOf = ({ templating }: Dashboard): readonly VariableQuestion[] =>
  (templating?.list ?? []).map(({ name, query, regex = '' }) => {
    const text = typeof query === 'string' ? query : String(query?.['query'])
    const [, expr] = /^query_result\((.*)\)$/.exec(text) ?? []
    if (expr !== undefined) return { name, asks: { type: 'result', expr, regex: new RegExp(regex.slice(1, -1)) } }
    const [, metric = '', label = ''] = /^label_values\((.*), (\w+)\)$/.exec(text) ?? []
    return { name, asks: { type: 'values', metric, label } }
  })

/** The line that Grafana makes of a series where a variable asks for one. */
export const lineOf = (labels: Readonly<Record<string, string>>): string =>
  `{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(',')}} 1 0`

/** As Grafana does before it asks; a variable of which all is chosen is '.*'. */
export const filledIn = (expr: string, values: Readonly<Record<string, string>>): string =>
  expr.replaceAll(/\$([A-Za-z_]\w*)/g, (_, name: string) => values[name] ?? '.*')
