/** A table for people: columns as wide as their widest cell. */

export function* tableLines(head: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)))
  const lineOf = (row: readonly string[]) =>
    widths
      .map((width, column) => (row[column] ?? '').padEnd(width))
      .join('  ')
      .trimEnd()
  yield lineOf(head)
  yield widths.map((width) => '─'.repeat(width)).join('──')
  for (const row of rows) yield lineOf(row)
}
