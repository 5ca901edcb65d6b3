/** The kinds of panels that the dashboards are made of, each on the one Prometheus that is provisioned. */
import { PanelBuilder as BarChart } from '@grafana/grafana-foundation-sdk/barchart'
import type { Builder } from '@grafana/grafana-foundation-sdk/cog'
import { GraphDrawStyle, StackingMode, VizOrientation } from '@grafana/grafana-foundation-sdk/common'
import * as common from '@grafana/grafana-foundation-sdk/common'
import type { DynamicConfigValue, Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { PanelBuilder as NodeGraph } from '@grafana/grafana-foundation-sdk/nodegraph'
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus'
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat'
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table'
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries'
import { wordsOf } from './words.ts'

/** The uid in provisioning/datasources. */
export const datasource = { type: 'prometheus', uid: 'budstikka-prometheus' } as const

/** Grafana's units. */
export type Unit = 'short' | 'locale' | 'percentunit' | 'bytes' | 's' | 'ops' | 'none' | 'dateTimeFromNow' | 'decbytes'

export type Shape = {
  readonly title: string
  /** What one sees, and what it means; a sentence. */
  readonly description: string
  readonly unit?: Unit
  /** Of 24 columns. */
  readonly width: number
  /** In rows of some 30 pixels. */
  readonly height?: number
}
/** Legends by expression: `'{{service}}': 'sum by (service) (…)'`. */
export type Series = Readonly<Record<string, string>>

const heightUsual = 8

/** One number, as it is now. */
export const stat = (shape: Shape, expr: string): Builder<Panel> =>
  shaped(new Stat(), { height: 4, ...shape }).withTarget(query('A', expr).instant())

/** Curves over time; `isExemplified`: dots lead to the trace of a melding. */
export function lines(shape: Shape, series: Series, { isExemplified = false, isStacked = false } = {}): Builder<Panel> {
  const panel = shaped(new TimeSeries(), shape)
    .fillOpacity(isStacked ? 40 : 10)
    .lineWidth(1)
  if (isStacked) panel.stacking(new common.StackingConfigBuilder().mode(StackingMode.Normal))
  for (const [index, [legend, expr]] of Object.entries(series).entries())
    panel.withTarget(query(letter(index), expr).legendFormat(legend).range().exemplar(isExemplified))
  return panel
}

/** A bar for every day or month of simulated time. */
export function timeBars(shape: Shape, series: Series, interval: string): Builder<Panel> {
  const panel = shaped(new TimeSeries(), shape)
    .drawStyle(GraphDrawStyle.Bars)
    .fillOpacity(80)
    .lineWidth(0)
    .interval(interval)
    .stacking(new common.StackingConfigBuilder().mode(StackingMode.Normal))
  for (const [index, [legend, expr]] of Object.entries(series).entries())
    panel.withTarget(query(letter(index), expr).legendFormat(legend).range().interval(interval))
  return panel
}

/** A bar for each value of the label `by`. */
export const bars = (shape: Shape, by: string, expr: string): Builder<Panel> =>
  worded(shaped(new BarChart(), shape), { [by]: by })
    .xField(by)
    .orientation(VizOrientation.Auto)
    .withTarget(query('A', expr).instant().format(PromQueryFormat.Table))
    .withTransformation({
      id: 'organize',
      options: { excludeByName: { Time: true }, renameByName: { Value: 'Antall' } }
    })

/** Columns by name, in order: a label as it is called, or an expression. Rows with the same labels become one. */
export function table(
  shape: Shape,
  labels: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, string>>
): Builder<Panel> {
  const panel = worded(shaped(new Table(), shape).filterable(true), labels)
  const names = Object.keys(columns)
  const valueOf = (index: number) => (names.length === 1 ? 'Value' : `Value #${letter(index)}`)
  for (const [index, name] of names.entries())
    panel.withTarget(
      query(letter(index), columns[name] ?? '')
        .instant()
        .format(PromQueryFormat.Table)
    )
  const order = [...Object.keys(labels), ...names.map((_, index) => valueOf(index))]
  return panel.withTransformation({ id: 'merge', options: {} }).withTransformation({
    id: 'organize',
    options: {
      excludeByName: { Time: true },
      indexByName: Object.fromEntries(order.map((name, index) => [name, index])),
      renameByName: { ...labels, ...Object.fromEntries(names.map((name, index) => [valueOf(index), name])) }
    }
  })
}

/** Rows by one label, columns by another. */
export const matrix = (shape: Shape, row: string, column: string, expr: string): Builder<Panel> =>
  shaped(new Table(), shape)
    .withTarget(query('A', expr).instant().format(PromQueryFormat.Table))
    .withTransformation({
      id: 'groupingToMatrix',
      options: { rowField: row, columnField: column, valueField: 'Value', emptyValue: 'zero' }
    })

/** `expr` has the labels `source` and `target`: who writes to whom. */
export const flowGraph = (shape: Shape, expr: string): Builder<Panel> =>
  shaped(new NodeGraph(), { height: 14, ...shape })
    .withTarget(
      query('A', `label_join(${expr}, "id", " → ", "source", "target")`).instant().format(PromQueryFormat.Table)
    )
    .withTransformation({
      id: 'organize',
      options: { excludeByName: { Time: true }, renameByName: { Value: 'mainstat' } }
    })

/** Columns by the label that they have, as they are called: their values are shown in words. */
function worded<Self extends { overrideByName(name: string, properties: DynamicConfigValue[]): Self }>(
  panel: Self,
  columns: Readonly<Record<string, string>>
): Self {
  return Object.entries(columns).reduce((self, [label, column]) => {
    const options = Object.entries(wordsOf(label) ?? {}).map(([value, text]) => [value, { text }])
    if (options.length === 0) return self
    return self.overrideByName(column, [
      { id: 'mappings', value: [{ type: 'value', options: Object.fromEntries(options) }] }
    ])
  }, panel)
}

const letter = (index: number) => String.fromCodePoint('A'.charCodeAt(0) + index)

const query = (refId: string, expr: string) =>
  new DataqueryBuilder().refId(refId).expr(expr.replaceAll(/\s+/g, ' ').trim()).datasource(datasource)

type Shaped<Self> = {
  title(text: string): Self
  description(text: string): Self
  datasource(ref: typeof datasource): Self
  unit(unit: string): Self
  span(columns: number): Self
  height(rows: number): Self
}

function shaped<Self extends Shaped<Self>>(panel: Self, shape: Shape): Self {
  const { title, description, unit = 'locale', width, height = heightUsual } = shape
  return panel.title(title).description(description).datasource(datasource).unit(unit).span(width).height(height)
}
