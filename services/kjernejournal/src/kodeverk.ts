/** The code lists of critical information (data/kodeverk.tsv, as of June 2025): what a code is called, and whether there is one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const rows = readFileSync(join(import.meta.dirname, '..', 'data', 'kodeverk.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
const names = new Map(
  rows.map((row) => {
    const [list = '', code = '', name = ''] = row.split('\t')
    return [`${list} ${code}`, name] as const
  })
)

/** Undefined for a code that the list does not have. */
export const nameOf = (list: string, code: string): string | undefined => names.get(`${list} ${code}`)

/** The code that has this name in a list; undefined when none has. */
export const codeNamed = (list: string, name: string): string | undefined =>
  [...names].find(([key, one]) => one === name && key.startsWith(`${list} `))?.[0].slice(list.length + 1)
