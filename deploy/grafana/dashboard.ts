/** What every dashboard has: its uid, its variables, its links to the others, and Norwegian time. */
import type { Builder } from '@grafana/grafana-foundation-sdk/cog'
import {
  type Dashboard,
  DashboardBuilder,
  DashboardLinkBuilder,
  DashboardLinkType,
  type Panel,
  QueryVariableBuilder,
  RowBuilder,
  VariableRefresh,
  VariableSort
} from '@grafana/grafana-foundation-sdk/dashboard'
import { datasource } from './panels.ts'
import { choiceOf, hasWords } from './words.ts'

/** A variable holds the values of a label, shown in words where they have some: `from` is the metric that has it. */
export type Variable = {
  readonly name: string
  readonly label: string
  readonly of: string
  readonly from: string
  /** Several may be chosen, and at first all are; otherwise this one is. */
  readonly first?: string
}
export type Row = { readonly title: string; readonly panels: readonly Builder<Panel>[] }
export type Page = {
  readonly uid: string
  readonly title: string
  readonly description: string
  readonly variables?: readonly Variable[]
  readonly rows: readonly Row[]
  readonly time?: { readonly from: string; readonly to: string }
  readonly timezone?: 'utc'
  readonly links?: Readonly<Record<string, string>>
}

const tag = 'budstikka'

export function dashboard(page: Page): Dashboard {
  const { uid, title, description, variables = [], rows, time = { from: 'now-1h', to: 'now' }, timezone } = page
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags([tag])
    .readonly()
    .time(time)
    .timezone(timezone ?? 'browser')
    .refresh(timezone === undefined ? '15s' : '')
    .link(new DashboardLinkBuilder('Budstikka').type(DashboardLinkType.Dashboards).tags([tag]).asDropdown(true))
  for (const [name, url] of Object.entries(page.links ?? {}))
    builder.link(new DashboardLinkBuilder(name).type(DashboardLinkType.Link).url(url))
  for (const variable of variables) builder.withVariable(variableOf(variable))
  for (const row of rows) {
    builder.withRow(new RowBuilder(row.title))
    for (const panel of row.panels) builder.withPanel(panel)
  }
  const built = builder.build()
  return { ...built, panels: (built.panels ?? []).map((panel, index) => ({ ...panel, id: index + 1 })) }
}

function variableOf({ name, label, of, from, first }: Variable): QueryVariableBuilder {
  const refId = `variable-${name}`
  const builder = new QueryVariableBuilder(name).label(label).datasource(datasource)
  if (hasWords(of)) {
    const { query, regex } = choiceOf(from, of)
    builder.query({ qryType: 3, query, refId }).regex(regex)
  } else builder.query({ qryType: 1, query: `label_values(${from}, ${of})`, refId })
  builder.refresh(VariableRefresh.OnTimeRangeChanged).sort(VariableSort.AlphabeticalAsc)
  return first === undefined
    ? builder.multi(true).includeAll(true).allValue('.*').current({ text: 'All', value: '$__all' })
    : builder.current({ text: first, value: first })
}
