/** Lists the claims of this folder, or runs one: npm run load NAME -- options. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { letReadersGo } from './measure/readers-gone.ts'

/** Every claim has a file of its name, and its first line says what it claims. */
const claims = [
  'end-to-end',
  'year',
  'burst',
  'ramp',
  'durable',
  'soak',
  'parties',
  'sizes',
  'lookups',
  'grunndata',
  'kjernejournal-lookups',
  'e-resept-lookups',
  'prescriptions',
  'prescriptions-stored',
  'cluster',
  'tracing',
  'first-melding',
  'floor',
  'parts',
  'xml-reader',
  'wire',
  'plots'
] as const

letReadersGo()
const [name, ...options] = process.argv.slice(2)
if (name === undefined || name === '--help') list()
else if (claims.some((claim) => claim === name)) process.exitCode = await run(name)
else {
  process.stderr.write(`expected one of ${claims.join(', ')}, got ${name}\n`)
  process.exitCode = 2
}

/** The exit code of the claim: 0 when it holds. */
async function run(claim: string): Promise<number> {
  const child = spawn(process.execPath, [fileOf(claim), ...options.filter((option) => option !== '--')], {
    stdio: 'inherit'
  })
  // Ctrl-C reaches the whole group; the claim stops its world, and then we end.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}

function list(): void {
  process.stdout.write('npm run load NAME [-- options]; every claim has --help\n\n')
  for (const claim of claims.filter((one) => existsSync(fileOf(one)))) {
    const [, said = ''] = /^\/\*\* ?(.*?) ?\*\/$/.exec(readFileSync(fileOf(claim), 'utf8').split('\n')[0] ?? '') ?? []
    process.stdout.write(`  ${claim.padEnd(14)} ${said}\n`)
  }
}

function fileOf(claim: string): string {
  return join(import.meta.dirname, `${claim}.ts`)
}
