/** Gives a new Prometheus the simulated year of a world, by the script that users run. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The folder of Prometheus' data; the caller's to remove. Throws with what the script said. */
export function backfilled(meldingsteller: string): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-year-'))
  const script = join(import.meta.dirname, 'backfill.sh')
  const { status, stderr, error } = spawnSync('sh', [script, meldingsteller, dataDir], { encoding: 'utf8' })
  if (error || status !== 0) throw new Error(`backfill.sh ended with ${status}: ${stderr}`, { cause: error })
  return dataDir
}
