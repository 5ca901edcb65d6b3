/** How far a run has come, kept in its data folder, so that a stopped run goes on where it was. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ScaledPlan } from '@budstikka/landscape'
import { z } from 'zod'
import { CannotError } from '../host.ts'
import type { RunOptions } from './options.ts'

/** What makes two runs the same run. */
export const Run = z.object({
  year: z.int(),
  month: z.int().optional(),
  scale: z.number(),
  only: z.array(z.string()).readonly().optional(),
  seed: z.string(),
  profile: z.enum(['bulk', 'durable'])
})
export type Run = z.infer<typeof Run>

export const runOf = (
  { year, month, only, seed }: RunOptions,
  { scale }: Pick<ScaledPlan, 'scale'>,
  profile: Run['profile']
): Run => ({ year, scale, seed, profile, ...(month !== undefined && { month }), ...(only && { only }) })

const Position = z.object({
  run: Run,
  /** Steps taken. */
  done: z.int(),
  /** Real time that they took. */
  seconds: z.number()
})

export type KeptPosition = {
  readonly done: number
  readonly seconds: number
  save(done: number, seconds: number): void | Promise<void>
}

/** Throws CannotError when the folder holds another run: its meldinger would be counted with these. */
export function openPosition(dataDir: string, run: Run): KeptPosition {
  const path = join(dataDir, 'run.json')
  mkdirSync(dataDir, { recursive: true })
  const kept = read(path)
  if (kept !== undefined && keyOf(kept.run) !== keyOf(run))
    throw new CannotError(
      `${dataDir} holds the run ${keyOf(kept.run)}, asked for was ${keyOf(run)}. Use another --data DIR.`
    )
  return {
    done: kept?.done ?? 0,
    seconds: kept?.seconds ?? 0,
    save(done, seconds) {
      // Whole or not at all, whenever the process ends.
      writeFileSync(`${path}.new`, JSON.stringify({ run, done, seconds }))
      renameSync(`${path}.new`, path)
    }
  }
}

function read(path: string) {
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
  return Position.parse(JSON.parse(text))
}

const keyOf = ({ year, month, scale, seed, profile, only }: Run) =>
  `${year}${month === undefined ? '' : `-${String(month).padStart(2, '0')}`}, scale ${scale}, seed ${seed}, ${profile}` +
  (only === undefined ? '' : `, only ${only.join(', ')}`)
