/** Reads the facts that stand in data/ as tab-separated lines with a head. */
import { readFileSync } from 'node:fs'

/** Rows of data/<file>, each a function from column name to text. Throws on a column that the head does not name. */
export function readRows(file: string): readonly ((column: string) => string)[] {
  const text = readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')
  const [head = '', ...lines] = text.replace(/\n$/, '').split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const values = line.split('\t')
    return (column) => {
      const value = values[columns.indexOf(column)]
      if (value === undefined) throw new Error(`data/${file} was expected to have the column ${column}`)
      return value
    }
  })
}
