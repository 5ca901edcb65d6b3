/** Everything that any service sends in a year of everything is valid by the official schemas. */
import { bookedSendings, booksBalance, createLandscape } from '@budstikka/landscape'
import { formatOfRoot, readXml } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { connectBus } from '../connect.ts'
import { testHost } from '../host.examples.ts'
import { planRun } from '../start/plan-run.ts'
import { play } from '../start/play.ts'
import { startWorld } from './start-world.ts'

const [year, seed, scale] = [2021, 'valid', 100_000]
const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

test.skipIf(!judge.isThere)(
  'every melding and every receipt of 2021 at 1 : 100 000 is valid',
  async () => {
    const { host } = testHost({ env: process.env })
    await using world = await startWorld({ host, year, seed, profile: 'bulk', tell: () => undefined })
    await using bus = await connectBus(host, [world.natsUrl])
    const plan = planRun({ year, scale })
    const position = { done: 0, seconds: 0, save: () => undefined }
    const ending = new AbortController()
    const sent: { readonly type: string; readonly faults: readonly string[] }[] = []
    // Read as it comes, since what has been heard is trimmed.
    const reading = (async () => {
      for await (const { subject, body } of bus.tail('MELDINGER', ['melding.>'], 1, ending.signal))
        sent.push({ type: subject.split('.')[4] ?? '', faults: faultsIn(body) })
    })().catch((error: unknown) => {
      if (!ending.signal.aborted) throw error
    })
    const landscape = createLandscape({ year, seed })
    const report = await play({ host, bus, landscape, plan, seed, speed: 'max', position })
    const { books, receipts } = report
    await expect.poll(() => sent.length, { timeout: 30_000 }).toBe(books.sent + receipts.ok + receipts.rejected)
    ending.abort()
    await reading
    expect(sent.filter(({ faults }) => faults.length > 0)).toEqual([])
    expect([booksBalance(report), report.total?.equal, books.sent]).toEqual([true, true, bookedSendings(plan)])
    expect(new Set(sent.map(({ type }) => type)).size).toBeGreaterThan(50)
  },
  300_000
)

/** By the schemas of what stands in it: a payload in a MsgHead, a document of its own, or an AppRec. */
function faultsIn(body: Uint8Array): string[] {
  const root = readXml(body)
  if ('type' in root) return [root.reason]
  return judge.faultsIn(body, payloadNamespace(root) ?? root.namespace)
}

type Element = Exclude<ReturnType<typeof readXml>, { readonly type: unknown }>

function payloadNamespace(element: Element): string | undefined {
  if (formatOfRoot(element) !== undefined) return element.namespace
  for (const child of element.children) {
    const found = typeof child === 'string' ? undefined : payloadNamespace(child)
    if (found !== undefined) return found
  }
  return undefined
}
