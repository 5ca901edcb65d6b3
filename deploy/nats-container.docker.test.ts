/** The integration tests start their NATS servers in containers where a Docker engine runs: some of them are run so here. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from './engine/engine.harness.ts'
import { importNats } from './engine/landscape.harness.ts'
import { run } from './engine/run.harness.ts'

const minute = 60_000
const root = join(import.meta.dirname, '..')
/** Servers that are killed, started again on their data, and filled to the brim. */
const tests = ['spawn', 'faults'].map((name) => `/${name}.nats.test.ts`)
const engine = await openEngine()
if (typeof engine === 'string') process.stderr.write(`no test has its NATS server in a container here: ${engine}\n`)

describe.skipIf(typeof engine === 'string')('where a Docker engine runs', () => {
  const host = typeof engine === 'string' ? undefined : engine.host
  const env = {
    ...(host !== undefined && { DOCKER_HOST: host }),
    TEST_NATS: 'container',
    // Its helper, which removes what a crashed test leaves, is an image that cannot be had where none can be pulled.
    ...(typeof engine !== 'string' && engine.needsStandIns && { TESTCONTAINERS_RYUK_DISABLED: 'true' })
  }

  beforeAll(async () => {
    if (typeof engine !== 'string' && engine.needsStandIns) await importNats(env)
  }, minute)
  afterAll(async () => {
    if (typeof engine !== 'string') await engine[Symbol.asyncDispose]()
  }, minute)

  it(
    'the integration tests have their servers in containers, and leave none behind',
    async () => {
      const since = String(Math.floor(Date.now() / 1_000))
      const vitest = join(root, 'node_modules/vitest/vitest.mjs')
      const args = ['run', '--project', 'nats', '--reporter', 'dot', ...tests]
      const { code, out, err } = await run(process.execPath, [vitest, ...args], { cwd: root, env, mayFail: true })
      expect(code, `${out}\n${err}`.slice(-3_000)).toBe(0)
      const events = ['events', '--since', since, '--until', String(Math.ceil(Date.now() / 1_000))]
      const asked = [...events, '--filter', 'event=start', '--format', '{{.From}}']
      const started = (await run('docker', asked, { env })).out.trim().split('\n')
      expect(new Set(started.map((image) => image.split(':')[0]))).toEqual(new Set(['nats']))
      expect(started.length).toBeGreaterThan(10)
      expect((await run('docker', ['ps', '-aq', '--filter', 'label=org.testcontainers=true'], { env })).out).toBe('')
    },
    4 * minute
  )
})
