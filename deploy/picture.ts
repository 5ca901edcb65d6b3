/** Pictures the dashboards of the README: a real run, a real Prometheus, a page drawn of both, and a real browser. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { flyt } from './grafana/flyt.ts'
import { nasjonalOversikt } from './grafana/nasjonal-oversikt.ts'
import { panelsOf } from './grafana/questions.harness.ts'
import { openWatchedWorld } from './grafana/watched-world.harness.ts'
import { askPanel } from './pictures/ask-panel.ts'
import { drawPanel } from './pictures/draw-panel.ts'
import { pageOf, pageWidth } from './pictures/page.ts'

const year = 2019
/** Some 30 000 sendings. */
const scale = 10_000
const root = join(import.meta.dirname, '..')
/** As much of each from the top as a README has room for. */
const pictures = [
  { dashboard: nasjonalOversikt, name: 'nasjonal-oversikt', height: 935 },
  { dashboard: flyt, name: 'flyt', height: 500 }
] as const

const folder = mkdtempSync(join(tmpdir(), 'budstikka-pictures-'))
try {
  const from = Date.now() / 1_000
  await using watched = await openWatchedWorld({ year, scale })
  const asked = { url: watched.prometheus.url, from, to: Date.now() / 1_000, variables: { aar: String(year) } }
  for (const { dashboard, name, height } of pictures) {
    const panels = panelsOf(dashboard)
    const answers = new Map(
      await Promise.all(panels.map(async (panel) => [panel.id, await askPanel(panel, asked)] as const))
    )
    const page = join(folder, `${name}.html`)
    writeFileSync(
      page,
      pageOf(dashboard, (panel, size) => drawPanel(panel, answers.get(panel.id) ?? [], size))
    )
    picture(page, join(root, 'docs/pictures', `${name}.png`), height)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function picture(page: string, file: string, height: number): void {
  const script = join(root, 'scripts/page-picture.mjs')
  const { status } = spawnSync(process.execPath, [script, page, file, String(pageWidth + 24), String(height)], {
    stdio: 'inherit'
  })
  if (status !== 0) throw new Error(`expected a picture of ${page}`)
}
