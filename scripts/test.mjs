/** Runs every check and every test, and ends with one line `N passed, N failed`: npm test [-- --no-tests | vitest arguments]. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const results = join(root, '.ci', 'output.json')
const given = process.argv.slice(2)
const checks = [
  ['oxfmt', '--check', '.'],
  ['oxlint', '--type-aware', '.'],
  ['tsc', '-p', '.'],
  ['knip', '--no-progress']
]

rmSync(results, { force: true })
let passed = 0
let failed = 0
for (const [command, ...args] of checks) count(run(command, args) ? [1, 0] : [0, 1], command)
if (!given.includes('--no-tests')) {
  const isGreen = run('vitest', ['run', ...given])
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(results)
    ? JSON.parse(readFileSync(results, 'utf8'))
    : {}
  // A suite that cannot be loaded has no failed test of its own, and must not look green.
  count([numPassedTests, isGreen ? numFailedTests : Math.max(1, numFailedTests)], 'vitest')
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

function run(command, args) {
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, RUNS_DOCKER: 'true' } }).status === 0
  )
}

function count([good, bad], name) {
  if (bad > 0) process.stdout.write(`${name}: failed\n`)
  passed += good
  failed += bad
}
