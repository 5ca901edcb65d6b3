/** A Docker engine for tests: the one that is there, or one of our own in a temporary folder that leaves nothing behind. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { programPath, run } from './run.harness.ts'

export type Engine = AsyncDisposable & {
  /** For DOCKER_HOST; undefined for the one that is there. */
  readonly host: string | undefined
  /** An engine of our own has no images and cannot be sure to reach any: it gets stand-ins for the bases. */
  readonly needsStandIns: boolean
}

const startTimeoutMs = 30_000
const stopTimeoutMs = 30_000
const forwardFile = '/proc/sys/net/ipv4/ip_forward'

/** Answers a sentence that says why there is none when none can be had. */
export async function openEngine(): Promise<Engine | string> {
  const { RUNS_DOCKER: isWanted } = process.env
  if (isWanted !== 'true') return 'npm test runs it, and whoever sets RUNS_DOCKER=true'
  if ((await programPath('docker')) === undefined) return 'there is no docker on PATH'
  if ((await composeCommand()) === undefined) return 'there is neither docker compose nor docker-compose'
  if ((await run('docker', ['info', '--format', '{{.ServerVersion}}'], { mayFail: true })).code === 0)
    return { host: undefined, needsStandIns: false, [Symbol.asyncDispose]: async () => undefined }
  if (process.getuid?.() !== 0) return 'no Docker engine runs, and only root may start one'
  for (const program of ['dockerd', 'iptables-save', 'prometheus', 'prometheus-alertmanager', 'busybox', 'bash'])
    if ((await programPath(program)) === undefined)
      return `no Docker engine runs, and there is no ${program} to start one`
  // Two engines would take each other's rules of the firewall away.
  if (existsSync('/sys/class/net/docker0')) return 'somebody else has a Docker engine running (there is a docker0)'
  return startEngine()
}

/** `docker compose`, or the older docker-compose; undefined without either. */
export async function composeCommand(): Promise<readonly [string, ...string[]] | undefined> {
  if ((await run('docker', ['compose', 'version'], { mayFail: true })).code === 0) return ['docker', 'compose']
  return (await programPath('docker-compose')) === undefined ? undefined : ['docker-compose']
}

async function startEngine(): Promise<Engine | string> {
  const root = mkdtempSync(join(tmpdir(), 'budstikka-docker-'))
  const forward = readFileSync(forwardFile, 'utf8')
  const { out: rules } = await run('iptables-save', [])
  const host = `unix://${join(root, 'docker.sock')}`
  const log = openSync(join(root, 'dockerd.log'), 'a')
  const args = ['--data-root', join(root, 'data'), '--exec-root', join(root, 'exec')]
  const child = spawn('dockerd', [...args, '--pidfile', join(root, 'dockerd.pid'), '-H', host], {
    stdio: ['ignore', log, log],
    detached: true
  })
  const undo = async () => {
    await end(child)
    await run('iptables-restore', [], { input: rules })
    await run('ip', ['link', 'delete', 'docker0'], { mayFail: true })
    writeFileSync(forwardFile, forward)
    // Left mounted where a container had the network of this machine.
    await run('umount', [join(root, 'exec', 'netns', 'default')], { mayFail: true })
    rmSync(root, { recursive: true, force: true })
  }
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline; await wait(200)) {
    if (child.exitCode !== null) break
    if ((await run('docker', ['-H', host, 'info'], { mayFail: true })).code === 0)
      return { host, needsStandIns: true, [Symbol.asyncDispose]: undo }
  }
  const lines = readFileSync(join(root, 'dockerd.log'), 'utf8').trim().split('\n').slice(-3).join(' | ')
  await undo()
  return `a Docker engine cannot be started here: ${lines}`
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopTimeoutMs)
  await exited
  clearTimeout(timer)
}
