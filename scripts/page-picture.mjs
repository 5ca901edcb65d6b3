/** Pictures a page in a real browser: node scripts/page-picture.mjs FILE|URL PICTURE.png [WIDTH HEIGHT]; CHROMIUM names the program. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const timeoutMs = 60_000
const [page = '', picture = '', width = '1200', height = '900'] = process.argv.slice(2)
if (page === '' || picture === '') throw new Error('expected a page and the file of its picture')
const url = existsSync(page) ? pathToFileURL(resolve(page)).href : page
// A profile of its own: the browser of whoever runs this is left alone.
const profile = mkdtempSync(join(tmpdir(), 'budstikka-picture-'))
try {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
  const own = [`--user-data-dir=${profile}`, `--window-size=${width},${height}`, `--screenshot=${resolve(picture)}`]
  const { status, error, stderr } = spawnSync(process.env.CHROMIUM ?? 'chromium', [...flags, ...own, url], {
    timeout: timeoutMs,
    encoding: 'utf8'
  })
  if (error !== undefined) throw error
  if (status !== 0 || !existsSync(picture)) throw new Error(`the browser made no picture: ${stderr.slice(-500)}`)
} finally {
  rmSync(profile, { recursive: true, force: true })
}
