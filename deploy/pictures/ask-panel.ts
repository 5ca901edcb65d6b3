/** Asks Prometheus what a panel shows: each series with its labels, its legend and its points. */
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { z } from 'zod'
import { filledIn } from '../grafana/questions.harness.ts'

export type Answer = {
  /** Of the query: A, B … */
  readonly refId: string
  readonly labels: Readonly<Record<string, string>>
  readonly legend: string
  /** Seconds since 1970 and value; one where only the end was asked for. */
  readonly points: readonly (readonly [number, number])[]
}

export type Asked = {
  /** Address of Prometheus. */
  readonly url: string
  /** Seconds since 1970. */
  readonly from: number
  readonly to: number
  /** Of the variables of the dashboard; all where one is not named. */
  readonly variables: Readonly<Record<string, string>>
}

const steps = 120
const Target = z.object({
  refId: z.string(),
  expr: z.string(),
  instant: z.boolean().default(false),
  legendFormat: z.string().default('')
})
const Point = z.tuple([z.number(), z.string()])
const Reply = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: Point.optional(),
        values: z.array(Point).default([])
      })
    )
  })
})

/** Throws when Prometheus refuses a query. */
export async function askPanel({ targets = [] }: Panel, asked: Asked): Promise<readonly Answer[]> {
  const answers = await Promise.all(targets.map((target) => ask(Target.parse(target), asked)))
  return answers.flat()
}

async function ask(target: z.infer<typeof Target>, { url, from, to, variables }: Asked): Promise<readonly Answer[]> {
  const step = Math.max(1, Math.round((to - from) / steps))
  const own = { __rate_interval: `${5 * step}s`, __interval: `${step}s`, __range: `${to - from}s`, ...variables }
  const query = filledIn(target.expr, own)
  const question = target.instant
    ? new URLSearchParams({ query, time: String(to) })
    : new URLSearchParams({ query, start: String(from), end: String(to), step: String(step) })
  const answer = await fetch(`${url}/api/v1/query${target.instant ? '' : '_range'}?${question.toString()}`)
  return Reply.parse(await answer.json()).data.result.map(({ metric, value, values }) => ({
    refId: target.refId,
    labels: metric,
    legend: target.legendFormat.replaceAll(/\{\{(\w+)\}\}/g, (_, label: string) => metric[label] ?? ''),
    points: (value === undefined ? values : [value]).map(([at, number]) => [at, Number(number)] as const)
  }))
}
