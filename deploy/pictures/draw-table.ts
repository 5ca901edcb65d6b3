/** Draws the table of a panel as its own transformations make it of the answers: merged rows, or a matrix. */
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { z } from 'zod'
import type { Answer } from './ask-panel.ts'
import { escaped } from './page.ts'
import { wordIn } from './word-in.ts'

const Organize = z.object({
  renameByName: z.record(z.string(), z.string()).default({}),
  indexByName: z.record(z.string(), z.number()).default({})
})
const Matrix = z.object({ rowField: z.string(), columnField: z.string() })
type Cells = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** `inWords`: a value in the unit of the panel. */
export function drawTable(panel: Panel, answers: readonly Answer[], inWords: (value: number) => string): string {
  const { head, rows } = cellsOf(panel, answers, inWords)
  const row = (tag: 'th' | 'td', cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${row('th', head)}${rows.map((cells) => row('td', cells)).join('')}</table>`
}

function cellsOf(panel: Panel, answers: readonly Answer[], inWords: (value: number) => string): Cells {
  const transformations = panel.transformations ?? []
  const options = (id: string): unknown => transformations.find((one) => one.id === id)?.options
  const matrix = Matrix.safeParse(options('groupingToMatrix'))
  if (matrix.success) return asMatrix(matrix.data, answers, inWords)
  const { renameByName, indexByName } = Organize.parse(options('organize') ?? {})
  const refIds = [...new Set(answers.map(({ refId }) => refId))]
  const valueOf = (refId: string) => ('Value' in renameByName ? 'Value' : `Value #${refId}`)
  const shown = Object.keys(renameByName).toSorted((one, other) => (indexByName[one] ?? 0) - (indexByName[other] ?? 0))
  const labels = shown.filter((name) => !name.startsWith('Value'))
  const keyOf = (answer: Answer) => labels.map((label) => answer.labels[label] ?? '')
  const merged = Map.groupBy(answers, (answer) => JSON.stringify(keyOf(answer)))
  const columns = shown.filter((name) => name.startsWith('Value'))
  const rows = [...merged.values()].map((own) => [
    ...labels.map((label) => wordIn(panel, renameByName[label] ?? label, own[0]?.labels[label] ?? '')),
    ...columns.map((column) => {
      const refId = refIds.find((one) => valueOf(one) === column)
      const value = own.find((answer) => answer.refId === refId)?.points.at(-1)?.[1]
      return value === undefined ? '' : inWords(value)
    })
  ])
  return { head: shown.map((name) => renameByName[name] ?? name), rows }
}

function asMatrix(
  { rowField, columnField }: z.infer<typeof Matrix>,
  answers: readonly Answer[],
  inWords: (value: number) => string
): Cells {
  const namesOf = (field: string) => [...new Set(answers.map(({ labels }) => labels[field] ?? ''))].toSorted()
  const columns = namesOf(columnField)
  const rows = namesOf(rowField).map((name) => [
    name,
    ...columns.map((column) => {
      const found = answers.find(({ labels }) => labels[rowField] === name && labels[columnField] === column)
      return inWords(found?.points.at(-1)?.[1] ?? 0)
    })
  ])
  return { head: ['', ...columns], rows }
}
