/** The two text formats of Prometheus: OpenMetrics, which has exemplars, and the plain one that everybody reads. */

export type MetricsFormat = 'plain' | 'openmetrics'

export const contentTypes = {
  plain: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8'
} as const satisfies Record<MetricsFormat, string>

/** What the asker takes, by its header Accept. */
export const formatFor = (accept: string | undefined): MetricsFormat =>
  accept?.includes('application/openmetrics-text') === true ? 'openmetrics' : 'plain'

/** OpenMetrics calls a counter by its name without _total, and only its samples with it. */
const openCounter = /^# HELP (\S+) (.*)\n# TYPE \1 counter$/gm
const plainCounter = /^# HELP (\S+)_total (.*)\n# TYPE \1_total counter$/gm
const exemplar = / # \{[^}]*\} \S+( \S+)?$/gm
const end = /# EOF\n$/

/** Without exemplars, which the plain format does not have. */
export const toPlain = (openMetrics: string): string =>
  openMetrics
    .replace(end, '')
    .replaceAll(openCounter, '# HELP $1_total $2\n# TYPE $1_total counter')
    .replaceAll(exemplar, '')

/** Without the end mark, which stands once. */
export const toOpenMetrics = (plain: string): string =>
  plain.replaceAll(plainCounter, '# HELP $1 $2\n# TYPE $1 counter')
