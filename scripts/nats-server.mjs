/** Finds a NATS server new enough, or fetches one as a Debian package into .tools/ without touching the system. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// 2.10 is the first with sync_interval and several filter subjects; older servers lose data on a power cut.
const versionMin = [2, 10]
// The newest suite first: its packages also run on older releases of Debian.
const suites = ['forky', 'sid', 'trixie']

/** The path of a NATS server: NATS_SERVER, PATH, .tools/, else fetched. Throws with what to install when none can be had. */
export function natsServer(toolsDir, say) {
  const fetched = join(toolsDir, 'nats', 'usr', 'sbin', 'nats-server')
  for (const candidate of [process.env.NATS_SERVER, 'nats-server', fetched])
    if (candidate && isNewEnough(candidate)) return candidate
  say('fetching a NATS server into .tools/')
  for (const suite of suites) if (fetchFrom(suite, join(toolsDir, 'nats'))) if (isNewEnough(fetched)) return fetched
  throw new Error(
    `a nats-server of version ${versionMin.join('.')} or newer is needed: none on PATH, and none could be fetched from Debian. ` +
      'Install one (https://docs.nats.io/running-a-nats-service/introduction/installation) or set NATS_SERVER to its path.'
  )
}

function isNewEnough(path) {
  try {
    const [, major, minor] = /v(\d+)\.(\d+)/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' })) ?? []
    return Number(major) > versionMin[0] || (Number(major) === versionMin[0] && Number(minor) >= versionMin[1])
  } catch {
    return false
  }
}

function fetchFrom(suite, target) {
  const aptRoot = `${target}-apt`
  try {
    const mirror = execFileSync('apt-get', ['indextargets', '--format', '$(REPO_URI)'], { encoding: 'utf8' })
      .split('\n')
      .find((uri) => uri !== '' && !uri.includes('security'))
    if (mirror === undefined) return false
    for (const dir of ['lists/partial', 'archives/partial']) mkdirSync(join(aptRoot, dir), { recursive: true })
    writeFileSync(join(aptRoot, 'status'), '')
    writeFileSync(
      join(aptRoot, 'sources.list'),
      `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${suite} main\n`
    )
    const options = {
      'Dir::Etc::sourcelist': join(aptRoot, 'sources.list'),
      'Dir::Etc::sourceparts': '/dev/null',
      'Dir::State': aptRoot,
      'Dir::State::lists': join(aptRoot, 'lists'),
      'Dir::State::status': join(aptRoot, 'status'),
      'Dir::Cache': aptRoot,
      'Dir::Cache::archives': join(aptRoot, 'archives'),
      'Acquire::Languages': 'none',
      'APT::Sandbox::User': ''
    }
    const flags = Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`])
    const apt = (...command) =>
      execFileSync('apt-get', [...flags, '-q', ...command], {
        cwd: aptRoot,
        stdio: 'ignore',
        timeout: 120_000,
        killSignal: 'SIGKILL'
      })
    apt('update')
    apt('download', 'nats-server')
    const deb = readdirSync(aptRoot).find((name) => name.endsWith('.deb'))
    execFileSync('dpkg-deb', ['-x', join(aptRoot, deb), target])
    return existsSync(join(target, 'usr', 'sbin', 'nats-server'))
  } catch {
    return false
  } finally {
    rmSync(aptRoot, { recursive: true, force: true })
  }
}
