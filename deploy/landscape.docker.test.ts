/** docker-compose.yml in a real Docker engine: up, sent through, replayed, counted, killed on the way, and gone again. */
import { join } from 'node:path'
import { services } from '@budstikka/cli'
import { Report, TellerBooks } from '@budstikka/landscape'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { openEngine } from './engine/engine.harness.ts'
import { type Landscape, openLandscape } from './engine/landscape.harness.ts'
import { openOwnService } from './engine/own-service.harness.ts'
import { rebuild } from './engine/rebuild.harness.ts'
import { run } from './engine/run.harness.ts'

const minute = 60_000
const project = `budstikka-test-${process.pid}`
const cli = join(import.meta.dirname, '..', 'packages/cli/src/main.ts')
const engine = await openEngine()
if (typeof engine === 'string') process.stderr.write(`docker-compose.yml is not run here: ${engine}\n`)

describe.skipIf(typeof engine === 'string')('the landscape in containers', () => {
  let landscape: Landscape

  beforeAll(async () => {
    if (typeof engine !== 'string') landscape = await openLandscape(engine, project)
  }, 8 * minute)

  afterAll(async () => {
    await landscape?.[Symbol.asyncDispose]()
    if (typeof engine !== 'string') await engine[Symbol.asyncDispose]()
  }, minute)

  it('comes up healthy', async () => {
    await landscape.up()
    await landscape.up('prometheus', 'alertmanager')
    const address = `${await landscape.address('prometheus', 9090)}/api/v1/alertmanagers`
    const told = { data: { activeAlertmanagers: [{ url: 'http://alertmanager:9093/api/v2/alerts' }] } }
    await vi.waitFor(async () => expect(await (await fetch(address)).json()).toMatchObject(told), 20_000)
  })

  it('replays a year at 1:100 000 within 1 GB, and its books balance to the unit', async () => {
    const replayed = replay('100000')
    const most = peakWhile(replayed)
    const report = await replayed
    expect(verdictOf(report)).toEqual(good(report))
    const { prometheus: _seen, alertmanager: _told, load: _run, ...ours } = await most
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(['nats', ...services]))
    expect(sumOf(ours)).toBeLessThan(1024 ** 3)
  })

  it('shows Prometheus what the books say', async () => {
    const books = await askBooks()
    expect(books.sent).toBeGreaterThan(0)
    await vi.waitFor(async () => expect(await scraped()).toEqual(figuresOf(books)), {
      timeout: 40_000,
      interval: 1_000
    })
  })

  it('gives Prometheus the replayed year in simulated time, as the README has it', async () => {
    await landscape.exec('prometheus', 'sh', '/etc/prometheus/backfill.sh')
    const { out: blocks } = await landscape.exec('prometheus', 'promtool', 'tsdb', 'list', '-r', '/prometheus')
    expect(blocks).toMatch(/ 2021-01-/)
    expect(blocks).toMatch(/ 2021-12-/)
  })

  it('takes a melding of one’s own from this machine, and answers it', async () => {
    const before = await askBooks()
    const env = await landscape.signIn()
    const { out: melding } = await run(process.execPath, [cli, 'example', 'LOG_INNLAGT', '--year', '2021'])
    const sent = await run(process.execPath, [cli, 'send', '-'], { input: melding, env })
    expect(sent.out).toMatch(/✓ receipt +OK from \d+ as PRIM/)
    // Who hears of an admission may have something to say in turn.
    await vi.waitFor(async () => {
      const { sent: sendings, delivered, inFlight } = await askBooks()
      expect(sendings).toBeGreaterThan(before.sent)
      expect({ delivered: delivered - before.delivered, inFlight }).toEqual({
        delivered: sendings - before.sent,
        inFlight: 0
      })
    }, 10_000)
  })

  it('takes in a service of one’s own, as docs/containers.md has it', async () => {
    if (typeof engine === 'string') return
    using own = await openOwnService(engine, project)
    await vi.waitFor(async () => expect(await own.logs()).toMatch(/^sent so far: [1-9]\d*$/m), 30_000)
  })

  it('builds nothing again but a service that has changed: no modules are fetched, no package is read', async () => {
    if (typeof engine === 'string') return
    const { ran, seconds } = await rebuild(engine, 'dodsmelding')
    process.stderr.write(`dodsmelding was built again in ${seconds.toFixed(1)} s\n`)
    const manifests = expect.stringMatching(/^find /)
    const [loadTests, itself] = [/strip-types\.mjs services &&/, /strip-types\.mjs services\/\$\{SERVICE\}$/]
    expect(ran).toEqual([manifests, expect.stringMatching(loadTests), expect.stringMatching(itself)])
  })

  it('measures a claim in a world of its own', async () => {
    const short = ['--minutes', '0.05', '--rate', '10', '--times', '2', '--floor', '500', '--json']
    const { out, err } = await landscape.measure('burst', ...short)
    expect(out, err.slice(-1_000)).toContain('"claim":"burst"')
    expect(JSON.parse(out)).toMatchObject({ claim: 'burst', isExact: true, books: { lost: 0, duplicated: 0 } })
  })

  it(
    'loses and doubles nothing when a service and NATS are killed during a replay',
    async () => {
      await landscape.down()
      await landscape.up()
      const replayed = replay('50000')
      for (const [service, sent] of [
        ['epj', 20],
        ['nats', 80],
        ['meldingsteller', 140]
      ] as const) {
        await sentOver(sent)
        await landscape.killAndStart(service)
      }
      const report = await replayed
      expect(verdictOf(report)).toEqual(good(report))
      await landscape.up('prometheus')
      const books = await askBooks()
      await vi.waitFor(async () => expect(await scraped()).toEqual(figuresOf(books)), {
        timeout: 40_000,
        interval: 1_000
      })
    },
    8 * minute
  )

  it(
    'goes on as a cluster of three when one server is killed',
    async () => {
      await landscape.down()
      if (typeof engine === 'string') return
      const settings = {
        NATS_CONF: 'cluster',
        NATS_REPLICAS: '3',
        NATS_CLUSTER: 'tls://nats:4222,tls://nats-2:4222,tls://nats-3:4222'
      }
      await using cluster = await openLandscape(engine, `${project}-cluster`, { settings, isBuilt: true })
      await cluster.up('nats', 'nats-2', 'nats-3')
      await cluster.up()
      const replayed = replay('100000', cluster)
      await sentOver(20, cluster)
      await cluster.killAndStart('nats-2')
      const report = await replayed
      expect(verdictOf(report)).toEqual(good(report))
    },
    8 * minute
  )

  it('leaves nothing behind', async () => {
    await landscape.down()
    expect(await memoryByService()).toEqual({})
  })

  async function replay(scale: string, where = landscape): Promise<Report> {
    const { out, err } = await where.budstikka('replay', '--year', '2021', '--scale', scale, '--json')
    if (!out.includes('"report"')) throw new Error(`expected a report: ${`${err}${out}`.slice(-1_000)}`)
    return z.object({ report: Report }).parse(JSON.parse(out)).report
  }

  async function askBooks(where = landscape): Promise<TellerBooks> {
    const answer = await fetch(`${await where.address('meldingsteller', 8080)}/boker`)
    return TellerBooks.parse(await answer.json())
  }

  const sentOver = (count: number, where = landscape) =>
    vi.waitFor(async () => expect((await askBooks(where)).sent).toBeGreaterThan(count), {
      timeout: minute,
      interval: 50
    })

  async function scraped(): Promise<Readonly<Record<string, number>>> {
    const query = encodeURIComponent(
      '{__name__=~"budstikka_(sendings_total|unique_meldinger_total|lost_total|receipts_total)"}'
    )
    const answer = await fetch(`${await landscape.address('prometheus', 9090)}/api/v1/query?query=${query}`)
    const { data } = Answer.parse(await answer.json())
    return Object.fromEntries(
      data.result.map(({ metric, value }) => [
        `${metric['__name__']} ${metric['status'] ?? ''}`.trim(),
        Number(value[1])
      ])
    )
  }

  async function memoryByService() {
    const names = Object.entries(await landscape.memory())
    const ours = names.filter(([name]) => name.includes(project))
    // hyphens too: budstikka-test-1_pleie-omsorg_1, and load_run_0a1b for a command.
    const service = new RegExp(`${project}[_-](.*?)([_-]run)?[_-][0-9a-f]+$`)
    return Object.fromEntries(ours.map(([name, bytes]) => [service.exec(name)?.[1] ?? name, bytes]))
  }

  /** The look with the largest sum. */
  async function peakWhile(work: Promise<unknown>) {
    const looks: Awaited<ReturnType<typeof memoryByService>>[] = [await memoryByService()]
    let isOver = false
    const over = () => void (isOver = true)
    work.then(over, over)
    while (!isOver) looks.push(await memoryByService())
    return looks.reduce((most, one) => (sumOf(one) > sumOf(most) ? one : most))
  }
})

const sumOf = (all: Readonly<Record<string, number>>) => Object.values(all).reduce((sum, one) => sum + one, 0)

const Answer = z.object({
  data: z.object({
    result: z.array(z.object({ metric: z.record(z.string(), z.string()), value: z.tuple([z.number(), z.string()]) }))
  })
})

const figuresOf = ({ sent, unique, lost, receipts, delivered }: TellerBooks) => ({
  budstikka_sendings_total: sent,
  budstikka_unique_meldinger_total: unique,
  budstikka_lost_total: lost,
  'budstikka_receipts_total 1': receipts.ok,
  'budstikka_receipts_total 2': receipts.rejected,
  'budstikka_receipts_total 3': delivered - receipts.ok
})

/** What is planned is counted, row by row, and everything sent is answered. */
const verdictOf = ({ rows, books, receipts }: Report) => ({
  counted: rows.map(({ type, counted }) => [type, counted]),
  ...books,
  missing: receipts.missing
})

const good = ({ rows, books }: Report) => ({
  counted: rows.map(({ type, planned }) => [type, planned]),
  sent: rows.reduce((sum, { planned }) => sum + planned, 0),
  delivered: books.sent - books.rejected,
  rejected: books.rejected,
  dead: 0,
  inFlight: 0,
  lost: 0,
  duplicated: 0,
  missing: 0
})
