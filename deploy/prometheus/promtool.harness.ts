/** Prometheus' own tool, where this machine has it. */
import { spawnSync } from 'node:child_process'

const found = spawnSync('promtool', ['--version'], { stdio: 'ignore' }).error === undefined
if (!found) process.stderr.write('promtool is not here (apt-get install prometheus): tests that need it are skipped\n')

export const hasPromtool = found

/** What it wrote, and how it ended. */
export function promtool(
  args: readonly string[],
  input?: string
): { readonly code: number | null; readonly text: string } {
  const { status, stdout, stderr, error } = spawnSync('promtool', args, {
    cwd: import.meta.dirname,
    encoding: 'utf8',
    ...(input !== undefined && { input })
  })
  if (error) throw error
  return { code: status, text: stdout + stderr }
}
