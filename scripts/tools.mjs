/** Fetches what a fresh machine lacks into .tools/ (Node, pnpm, a NATS server) and node_modules/; runs on any Node from 20. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { natsServer } from './nats-server.mjs'

const root = join(import.meta.dirname, '..')
const toolsDir = join(root, '.tools')
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const nodeVersion = '24.21.0'
const pnpmVersion = '12.21.0'
const lockfile = join(root, 'pnpm-lock.yaml')
const installedLockfile = join(root, 'node_modules', '.installed-lock.yaml')

const say = (text) => process.stderr.write(`budstikka: ${text}\n`)

/** Makes everything ready and returns the environment in which Budstikka's commands run. */
export function prepare() {
  const nodeBin = join(toolsDir, 'node_modules', nodePackage, 'bin')
  const pnpm = join(toolsDir, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs')
  if (!existsSync(join(nodeBin, 'node')) || !existsSync(pnpm)) {
    say(`fetching Node ${nodeVersion} and pnpm ${pnpmVersion} into .tools/`)
    const wanted = [`${nodePackage}@${nodeVersion}`, `pnpm@${pnpmVersion}`]
    run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', toolsDir, ...wanted])
  }
  const env = {
    // Node keeps what it has compiled, for us and for the services that we start: they are up in half the time.
    NODE_COMPILE_CACHE: join(root, '.data', 'compile-cache'),
    ...process.env,
    PATH: `${nodeBin}${delimiter}${process.env.PATH}`,
    NATS_SERVER: natsServer(toolsDir, say)
  }
  if (read(installedLockfile) !== read(lockfile)) {
    say('fetching packages')
    run(join(nodeBin, 'node'), [pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], env)
    writeFileSync(installedLockfile, read(lockfile))
  }
  return env
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (error || status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? `exit ${status}`}`)
}
