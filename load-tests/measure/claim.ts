/** How every claim is asked and answers: whole numbers and --help in; a table or JSON, and an exit code, out. */
import { parseArgs } from 'node:util'
import { letReadersGo } from './readers-gone.ts'
import { keepResult, type Plot } from './results.ts'

/**
 * Each option has its standard value and what it means.
 * Answers the values of the options, and whether JSON is wanted; undefined when help was asked for and given.
 * Throws on an option that is not known and on what is no positive number.
 */
export function readOptions<Name extends string>(
  claim: string,
  options: Readonly<Record<Name, readonly [number, string]>>
) {
  letReadersGo()
  const known = Object.keys(options).map((name) => [name, { type: 'string' }] as const)
  const given = parseArgs({
    options: { ...Object.fromEntries(known), json: { type: 'boolean' }, help: { type: 'boolean' } }
  })
  const values: Readonly<Record<string, unknown>> = given.values
  if (values['help']) {
    process.stdout.write(`${claim}\n\n`)
    for (const [name, [standard, help]] of entries(options))
      process.stdout.write(`  --${name.padEnd(12)} ${help} (default ${standard})\n`)
    process.stdout.write('  --json         the answer as JSON\n\nExit codes: 0 the claim holds; 1 it does not.\n')
    return undefined
  }
  const read = (name: Name) => positive(name, values[name] ?? options[name][0])
  return { read, readWhole, isJson: values['json'] === true }

  function readWhole(name: Name): number {
    const value = read(name)
    if (Number.isInteger(value)) return value
    throw new Error(`expected a whole number for --${name}, got ${value}`)
  }
}

const entries = <Name extends string, Value>(all: Readonly<Record<Name, Value>>): [string, Value][] =>
  Object.entries<Value>(all)

function positive(name: string, text: unknown): number {
  const value = Number(text)
  if (Number.isFinite(value) && value > 0 && value <= 1e9) return value
  throw new Error(`expected a number above 0 for --${name}, got ${String(text)}`)
}

/** The signal of Ctrl-C and of the time that a claim may take. */
export function bounded(minutesMax: number): AbortSignal {
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => stopping.abort(new Error('stopped from outside')))
  const late = new AbortController()
  setTimeout(() => late.abort(new Error(`expected an end within ${minutesMax} minutes`)), minutesMax * 60_000).unref()
  return AbortSignal.any([stopping.signal, late.signal])
}

export type Row = readonly (string | number)[]

/** The rows and the sentence, or the result as JSON; it is kept, too, and the exit code says whether the claim holds. */
export function answer<Result extends { readonly claim: string; readonly isHeld: boolean }>(
  isJson: boolean,
  result: Result,
  {
    rows,
    sentence,
    plots = []
  }: { readonly rows: readonly Row[]; readonly sentence: string; readonly plots?: readonly Plot[] }
): void {
  keepResult({ ...result, rows, sentence, plots })
  if (isJson) process.stdout.write(`${JSON.stringify(result)}\n`)
  else process.stdout.write(`${tableOf(rows)}\n\n${sentence}: ${result.isHeld ? 'holds' : 'DOES NOT HOLD'}\n`)
  process.exitCode = result.isHeld ? 0 : 1
}

/** The first column to the left, the others to the right. */
function tableOf(rows: readonly Row[]): string {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? inDigits(cell) : cell)))
  const columns = Math.max(0, ...texts.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, at) => Math.max(0, ...texts.map((row) => row[at]?.length ?? 0)))
  const pad = (text: string, at: number) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))
  return texts.map((row) => row.map(pad).join('  ').trimEnd()).join('\n')
}

export const inDigits = (value: number) =>
  Number.isInteger(value) || value >= 100 ? value.toFixed(0) : value.toFixed(value < 10 ? 2 : 1)

export const say = (text: string) => void process.stderr.write(`${text}\n`)

/** The middle one; of an even number, the upper of the two in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The smallest value that the given share, 0 to 1, of the values lies below. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const found = sorted[Math.min(sorted.length - 1, Math.floor(values.length * share))]
  if (found === undefined) throw new Error('expected at least one value, got none')
  return found
}

export const percent = (share: number) => `${(100 * share).toFixed(1)} %`
