/** A real Alertmanager for a test, with our configuration, that tells a listener of the test. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { endProcess, freePort, waitUntilAnswered } from '../prometheus/process.harness.ts'

/** Debian's name for it. */
const program = 'prometheus-alertmanager'
export const hasAlertmanager = spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
if (!hasAlertmanager)
  process.stderr.write(`${program} is not here (apt-get install ${program}): tests that need it are skipped\n`)

const Told = z.object({
  alerts: z.array(
    z.object({
      status: z.enum(['firing', 'resolved']),
      labels: z.record(z.string(), z.string()),
      annotations: z.record(z.string(), z.string())
    })
  )
})
export type ToldAlert = z.infer<typeof Told>['alerts'][number]

export type TestAlertmanager = AsyncDisposable & {
  /** Host and port. */
  readonly address: string
  /** Everything that the listener was told, in order. */
  told(): readonly ToldAlert[]
}

export async function startAlertmanager(): Promise<TestAlertmanager> {
  await using closing = new AsyncDisposableStack()
  const told: ToldAlert[] = []
  const listener = createServer(async (request, response) => {
    told.push(...Told.parse(await json(request)).alerts)
    response.end()
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  closing.defer(() => void listener.close())
  const folder = mkdtempSync(join(tmpdir(), 'budstikka-alertmanager-'))
  closing.defer(() => rmSync(folder, { recursive: true, force: true }))
  const address = listener.address()
  writeFileSync(
    join(folder, 'alertmanager.yml'),
    configFor(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
  )
  const port = await freePort()
  const child = spawn(
    program,
    [
      `--config.file=${join(folder, 'alertmanager.yml')}`,
      `--storage.path=${folder}`,
      `--web.listen-address=127.0.0.1:${port}`,
      '--cluster.listen-address='
    ],
    { stdio: 'ignore' }
  )
  closing.defer(() => endProcess(child))
  await waitUntilAnswered(child, `http://127.0.0.1:${port}/-/ready`)
  const open = closing.move()
  return { address: `127.0.0.1:${port}`, told: () => told, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

/** Ours as it is committed, but for its pace and whom it tells. */
const configFor = (url: string): string =>
  readFileSync(join(import.meta.dirname, 'alertmanager.yml'), 'utf8')
    .replaceAll(/(group_wait|group_interval): \w+/g, '$1: 1s')
    .replace('http://localhost:9095/', url)
