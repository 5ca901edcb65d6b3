/** The house rules that a compiler does not see (ARCHITECTURE.md, CONVENTIONS.md); fails with a sentence that says what to do. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { identifyPersonNumber } from './packages/meldinger/src/index.ts'

const root = import.meta.dirname
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split(
  '\n'
)
const sources = tracked
  .filter((path) => /^(packages|services|load-tests|deploy)\/.*\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
const code = sources.filter(({ path }) => !path.endsWith('.test.ts') && !path.endsWith('.contract.ts'))

/** Who may import whom: a room may use those to the right of it, and nothing else of ours. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  meldinger: [],
  transport: [],
  service: ['meldinger', 'transport'],
  landscape: ['meldinger'],
  journal: ['meldinger', 'service', 'landscape'],
  services: ['meldinger', 'transport', 'service', 'landscape', 'journal'],
  cli: ['meldinger', 'transport', 'service', 'landscape'],
  testing: ['meldinger', 'transport', 'service', 'landscape'],
  deploy: ['meldinger', 'transport', 'service', 'landscape', 'testing', 'cli'],
  'load-tests': ['meldinger', 'transport', 'service', 'landscape', 'journal', 'testing', 'cli']
}

/** Which room alone may import a library. */
const libraries: readonly { readonly pattern: RegExp; readonly home: RegExp }[] = [
  { pattern: /^@nats-io\//, home: /^(packages\/transport\/src\/jetstream\/|load-tests\/floor)/ },
  {
    pattern: /^(fastify|pino|prom-client|@fastify\/.*|fastify-type-provider-zod|@opentelemetry\/.*)$/,
    home: /^packages\/service\//
  },
  { pattern: /^(saxes|libxml2-wasm)$/, home: /^(packages\/meldinger\/|load-tests\/xml)/ },
  { pattern: /^node:sqlite$/, home: /^packages\/transport\/src\/sqlite\// }
]

const importsOf = (text: string) =>
  [...text.matchAll(/^(?:import|export)\b[^'"]*?['"]([^'"]+)['"]/gm)].map((match) => match[1] ?? '')
const roomOf = (path: string) =>
  path.startsWith('packages/') ? (path.split('/')[1] ?? '') : (path.split('/')[0] ?? '')
const offenders = (files: typeof sources, isWrong: (file: (typeof sources)[number]) => boolean) =>
  files.filter(isWrong).map(({ path }) => path)

describe('the house', () => {
  it('imports only downward', () => {
    const wrong = code.flatMap(({ path, text }) =>
      importsOf(text)
        .flatMap((name) => /^@budstikka\/([a-z-]+)/.exec(name)?.[1] ?? [])
        .filter((used) => used !== roomOf(path) && !(mayUse[roomOf(path)] ?? []).includes(used))
        .map((used) => `${path} imports ${used}`)
    )
    expect(wrong).toEqual([])
  })

  it('keeps each foreign library in one room', () => {
    const wrong = code.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((name) => libraries.some(({ pattern, home }) => pattern.test(name) && !home.test(path)))
        .map((name) => `${path} imports ${name}`)
    )
    expect(wrong).toEqual([])
  })

  it('touches process only in main.ts', () => {
    const homes = /(main\.ts|\.harness\.ts|^load-tests\/|^packages\/testing\/)/
    expect(
      offenders(
        code,
        ({ path, text }) => /\bprocess\.(env|on|exit|argv|kill|exitCode)\b/.test(text) && !homes.test(path)
      )
    ).toEqual([])
  })

  it('keeps decisions free of clock, chance and environment', () => {
    const pure = code.filter(({ path }) => /(handle|rules|state)\.ts$|\/rules\//.test(path))
    expect(
      offenders(pure, ({ text }) => /\b(Date\.now|new Date\(\)|Math\.random|randomUUID|process)\b/.test(text))
    ).toEqual([])
  })

  it('gives every service the same files', () => {
    const files = code.filter(({ path }) => path.startsWith('services/'))
    const missing = [...new Set(files.map(({ path }) => path.split('/')[1] ?? ''))].flatMap((service) => {
      const own = files.filter(({ path }) => path.startsWith(`services/${service}/`))
      const isJournal = own.some(({ text }) => importsOf(text).includes('@budstikka/journal'))
      const expected = ['service.ts', 'config.ts', 'main.ts', ...(isJournal ? [] : ['handle.ts'])]
      return expected
        .map((file) => `services/${service}/src/${file}`)
        .filter((path) => !own.some((file) => file.path === path))
    })
    expect(missing).toEqual([])
  })
})

describe('a file', () => {
  it('says in its first line what it is for', () => {
    expect(offenders(sources, ({ text }) => !/^(#!.*\n)?\/\*\* ?\S/.test(text))).toEqual([])
  })
  it('has no more than 250 lines', () => {
    expect(offenders(sources, ({ text }) => text.split('\n').length > 251)).toEqual([])
  })
  it('is named for what it holds', () => {
    expect(offenders(code, ({ path }) => /^(utils?|helpers?|types|common|misc)\.ts$/.test(basename(path)))).toEqual([])
  })
  it('leaves nothing for later', () => {
    // Annet has the code XXX in list 8116.
    expect(offenders(code, ({ text }) => /\b(TODO|FIXME|XXX(?!: 'Annet'))\b/.test(text))).toEqual([])
  })
})

describe('the repository', () => {
  const texts = tracked
    .filter((path) => /\.(ts|mjs|json|ya?ml|md|xml|tsv|csv)$/.test(path) && path !== 'pnpm-lock.yaml')
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

  it('holds no number that could be a real person', () => {
    const wrong = texts.flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\d.])\d{11}(?![\d.])/g)]
        .map(([number]) => identifyPersonNumber(number))
        .filter((found) => found !== undefined && ['FNR', 'DNR'].includes(found.kind) && !found.isSynthetic)
        .map(() => path)
    )
    expect(wrong).toEqual([])
  })
  it('points at no file that it does not hold', () => {
    const absent = /\b(reliability|performance|envelope|national|STYLE)\.md\b|\bDESIGN\b/
    const prose = texts.filter(({ path }) => /\.(ts|md|mjs)$/.test(path))
    expect(prose.filter(({ text }) => absent.test(text)).map(({ path }) => path)).toEqual([])
  })
  it('explains every service and package in ARCHITECTURE.md', () => {
    const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
    const rooms = [...new Set(code.map(({ path }) => path.split('/').slice(0, 2).join('/')))].filter(
      (room) => !/^(load-tests|deploy)\//.test(room)
    )
    expect(rooms.filter((room) => !architecture.includes(room.split('/')[1] ?? ''))).toEqual([])
  })
})
