/** The numbers of one process in Prometheus' text format, in a registry of its own; nothing is global. */
import { strict as assert } from 'node:assert'
import { Counter, collectDefaultMetrics, Gauge, Histogram, type OpenMetricsContentType, Registry } from 'prom-client'
import { type MetricsFormat, toOpenMetrics, toPlain } from './open-metrics.ts'

export type MetricOptions<Label extends string> = {
  /** Prometheus' naming: lower case, unit last; a counter ends in _total. */
  readonly name: string
  /** A sentence. */
  readonly help: string
  /** Closed sets only; never an id. */
  readonly labels?: readonly Label[]
  /** Hands over all values whenever they are read: the metric shows these and nothing else. */
  readonly collect?: () => Iterable<Value<Label>>
}
export type Value<Label extends string> = { readonly labels: Readonly<Record<Label, string>>; readonly value: number }

export type Metrics = {
  counter<Label extends string = never>(options: MetricOptions<Label>): Counter<Label>
  gauge<Label extends string = never>(options: MetricOptions<Label>): Gauge<Label>
  /** `buckets`: upper limits in the unit of the name. */
  histogram<Label extends string = never>(
    options: Omit<MetricOptions<Label>, 'collect'> & { readonly buckets: readonly number[] }
  ): Histogram<Label>
  /** Exposition text of one's own, made whenever it is read: for many series kept in a form of one's own. */
  append(section: () => string | Promise<string>): void
  /** A counter that leads to traces: `add` counts one, and names the trace that it was in. */
  traced<Label extends string>(
    options: Omit<MetricOptions<Label>, 'collect'> & { readonly labels: readonly Label[] }
  ): (labels: Readonly<Record<Label, string>>, traceId: string | undefined, value?: number) => void
  /** Everything, as Prometheus reads it; default plain. */
  text(format?: MetricsFormat): Promise<string>
}

type OpenRegistry = Registry<OpenMetricsContentType>

/** Gauges of the library that are named like counters; the same numbers stand by type in nodejs_active_*. */
const misnamed = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total'
] as const

/** Beside its own, every process shows its version, memory, processor time and event loop. */
export function createMetrics(service: string, version = '0.1.0'): Metrics {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  const sections: (() => string | Promise<string>)[] = []
  collectDefaultMetrics({ register: registry })
  for (const name of misnamed) registry.removeSingleMetric(name)
  const metrics: Metrics = {
    counter: (options) => counter(registry, options),
    gauge: (options) => gauge(registry, options),
    histogram: ({ buckets, ...options }) =>
      new Histogram({ ...base(registry, options, /_(seconds|bytes|ratio|count)$/), buckets: [...buckets] }),
    append: (section) => void sections.push(section),
    traced(options) {
      // The library has one type for the labels of a count and of its exemplar.
      const settings = { ...base<string>(registry, options, /_total$/), enableExemplars: true }
      const counter = new Counter<string>(settings)
      return (labels, traceId, value = 1) =>
        counter.inc({ labels, value, ...(traceId !== undefined && { exemplarLabels: { trace_id: traceId } }) })
    },
    async text(format = 'plain') {
      const made = await Promise.all(sections.map(async (section) => (await section()).trimEnd()))
      const own = made.filter((section) => section !== '').map((section) => `${section}\n`)
      const library = await registry.metrics()
      if (format === 'plain') return [toPlain(library), ...own].join('')
      return [library.replace(/# EOF\n$/, ''), ...own.map(toOpenMetrics), '# EOF\n'].join('')
    }
  }
  const build = { labels: { service, version }, value: 1 }
  const help = 'Always 1; the labels say which service this is and in which version.'
  metrics.gauge({ name: 'budstikka_build_info', help, labels: ['service', 'version'], collect: () => [build] })
  return metrics
}

function counter<Label extends string>(registry: OpenRegistry, options: MetricOptions<Label>): Counter<Label> {
  const { collect } = options
  return new Counter<Label>({
    ...base(registry, options, /_total$/),
    ...(collect && {
      collect() {
        this.reset()
        for (const { labels, value } of collect()) this.inc(labels, value)
      }
    })
  })
}

function gauge<Label extends string>(registry: OpenRegistry, options: MetricOptions<Label>): Gauge<Label> {
  const { collect } = options
  return new Gauge<Label>({
    ...base(registry, options, /(?<!_total)$/),
    ...(collect && {
      collect() {
        this.reset()
        for (const { labels, value } of collect()) this.set(labels, value)
      }
    })
  })
}

function base<Label extends string>(registry: OpenRegistry, options: MetricOptions<Label>, ending: RegExp) {
  const { name, help, labels = [] } = options
  assert(/^[a-z][a-z0-9_]*$/.test(name), `a metric is named in lower case with _, got ${name}`)
  assert(ending.test(name), `the name of this kind of metric ends like ${ending}, got ${name}`)
  assert(/^[A-Z].*\.$/.test(help), `the help of a metric is a sentence, ${name} has '${help}'`)
  return { name, help, labelNames: [...labels], registers: [registry] }
}
