/** What is built again when one service changes: a copy of the checkout with a comment more, and what the engine says of each step. */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Engine } from './engine.harness.ts'
import { run } from './run.harness.ts'

const root = join(import.meta.dirname, '..', '..')
const isLeftOut = new Set(['node_modules', '.git', '.tools', '.data'])

/** The programs that ran anew, and for how many seconds it all took; an image of the service as it is must be there. */
export async function rebuild({ host }: Engine, service: string): Promise<{ ran: readonly string[]; seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'budstikka-rebuild-'))
  try {
    cpSync(root, folder, { recursive: true, filter: (path) => !isLeftOut.has(basename(path)) })
    appendFileSync(join(folder, 'services', service, 'src', 'main.ts'), '// Changed.\n')
    const args = ['build', '--file', 'deploy/Dockerfile', '--build-arg', `SERVICE=${service}`, '.']
    // The older builder alone says of each step whether it was there.
    const env = { DOCKER_BUILDKIT: '0', ...(host !== undefined && { DOCKER_HOST: host }) }
    const begun = performance.now()
    const { out } = await run('docker', args, { cwd: folder, env })
    const seconds = (performance.now() - begun) / 1_000
    const steps = out.split(/^Step \d+\/\d+ : /m).slice(1)
    const anew = steps.filter((step) => step.startsWith('RUN ') && !step.includes('---> Using cache'))
    return { ran: anew.map((step) => step.slice('RUN '.length, step.indexOf('\n')).trim()), seconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
