/** The service of one's own of docs/containers.md, made of what stands there and nothing else, and started beside the landscape. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from './engine.harness.ts'
import { openLandscape } from './landscape.harness.ts'
import { run } from './run.harness.ts'

const root = join(import.meta.dirname, '..', '..')

/** `project`: of the landscape that is up, with which the container goes; what is disposed of is the folder that it reads. */
export async function openOwnService(
  engine: Engine,
  project: string
): Promise<Disposable & { logs(): Promise<string> }> {
  const page = readFileSync(join(root, 'docs/containers.md'), 'utf8')
  const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? ''
  const [, wanted = ''] = /npm install --prefix my-service (\S+)/.exec(page) ?? []
  const folder = mkdtempSync(join(tmpdir(), 'budstikka-own-'))
  const opened = { [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) }
  try {
    chmodSync(folder, 0o755)
    writeFileSync(join(folder, 'main.mjs'), block('js'))
    writeFileSync(join(folder, 'compose.yml'), block('yaml'))
    await run('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, wanted])
    const settings = { COMPOSE_FILE: `docker-compose.yml:${join(folder, 'compose.yml')}`, MY_SERVICE: folder }
    const landscape = await openLandscape(engine, project, { settings, isBuilt: true })
    await landscape.up('my-service')
    return { ...opened, logs: () => landscape.logs('my-service') }
  } catch (error) {
    opened[Symbol.dispose]()
    throw error
  }
}
