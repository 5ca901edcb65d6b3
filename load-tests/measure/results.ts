/** Keeps the last result of every claim as a JSON file, for the page of plots; results are not part of the repository. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Row } from './claim.ts'

/** A point is x and y. */
export type PlotLine = { readonly name: string; readonly points: readonly (readonly [number, number])[] }
export type Plot = {
  readonly title: string
  /** What the axes show, with the unit. */
  readonly x: string
  readonly y: string
  readonly lines: readonly PlotLine[]
  /** Equal factors are equally far apart on that axis. */
  readonly logarithmic?: 'x' | 'both'
}

/** What stands in the file of a claim; each claim has figures of its own beside. */
export type Result = {
  readonly claim: string
  readonly isHeld: boolean
  readonly sentence: string
  /** ISO 8601. */
  readonly at: string
  readonly machine: string
  readonly rows: readonly Row[]
  readonly plots: readonly Plot[]
}

export const resultsDir = join(import.meta.dirname, '..', 'results')

export function keepResult(result: Omit<Result, 'at' | 'machine'>): void {
  mkdirSync(resultsDir, { recursive: true })
  const kept: Result = { ...result, at: new Date().toISOString(), machine: machineInWords() }
  writeFileSync(join(resultsDir, `${result.claim}.json`), `${JSON.stringify(kept, null, 1)}\n`)
}

/** By name of the claim; none where nothing was run. */
export function keptResults(dir = resultsDir): readonly Result[] {
  mkdirSync(dir, { recursive: true })
  const names = readdirSync(dir).filter((name) => name.endsWith('.json'))
  // The rim: only keepResult writes there.
  return names.toSorted().map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as Result)
}

const machineInWords = () => `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}, Node ${process.version}`
