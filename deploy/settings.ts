/** The README's table of environment variables, made of the schemas that the services read them by, and of what has no schema. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

type Setting = {
  readonly variable: string
  /** Who reads it. */
  readonly reader: string
  /** As it would be written in the environment. */
  readonly standard: string
  readonly meaning: string
}

const servicesDir = join(import.meta.dirname, '..', 'services')
const everybody = 'every service'

/** Read by what is no service: the command line, the scripts, the tests. */
const others: readonly Setting[] = [
  ['BUDSTIKKA_WORLD', 'commands', '`.data/world.json`', 'where `npm start` notes which world is up'],
  ['NATS_USER', 'commands', 'none', 'who signs in, where NATS is closed to strangers'],
  ['NATS_SERVER', '`npm start`, tests', 'found or fetched', 'path of a nats-server program, 2.10 or newer'],
  ['TEST_NATS', 'tests', 'what is there', '`container` or `local`: where tests have their NATS'],
  ['RUNS_DOCKER', 'tests', 'set by `npm test`', '`true`: docker-compose.yml is tested in a real engine'],
  ['CHROMIUM', 'pictures', '`chromium`', 'the browser that makes the pictures of this page']
].map(([variable = '', reader = '', standard = '', meaning = '']) => ({ variable, reader, standard, meaning }))

/** Markdown, as the formatter sets it. Throws when a variable is not described in its schema. */
export async function settingsTable(): Promise<string> {
  const rows = [...(await settings()), ...others].map(({ variable, reader, standard, meaning }) => [
    `\`${variable}\``,
    reader,
    standard,
    meaning
  ])
  const head = ['variable', 'read by', 'default', 'meaning']
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

const begin = '<!-- Written by deploy/write.ts of the services’ own schemas. -->\n\n'
const end = '\n\n<!-- Until here. -->'

/** The page with the table as it is now. Throws when the page has no place for it. */
export async function withSettings(page: string): Promise<string> {
  const [before, after] = [page.indexOf(begin), page.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`expected a table between '${begin.trim()}' and '${end.trim()}'`)
  return page.slice(0, before + begin.length) + (await settingsTable()) + page.slice(after)
}

/** First what every service reads, then what each reads beside. */
async function settings(): Promise<readonly Setting[]> {
  const names = readdirSync(servicesDir).toSorted()
  const schemas = await Promise.all(
    names.map(async (name) => Module.parse(await import(join(servicesDir, name, 'src', 'config.ts'))).Config)
  )
  const isCommon = ({ variable }: Setting) => schemas.every(({ shape }) => variable in shape)
  const common = schemas.slice(0, 1).flatMap((schema) => settingsIn(schema, everybody).filter(isCommon))
  const own = schemas.flatMap((schema, at) => settingsIn(schema, names[at] ?? '').filter((one) => !isCommon(one)))
  return [...common, ...own]
}
const Module = z.object({ Config: z.custom<z.ZodObject>((value) => value instanceof z.ZodObject) })

function settingsIn({ shape }: z.ZodObject, reader: string): Setting[] {
  return Object.entries(shape).map(([variable, field]) => {
    // The rim: shapes of these schemas hold fields of the full zod, not of its core.
    const schema = field as z.ZodType
    if (schema.description === undefined) throw new Error(`expected ${variable} of ${reader} to say what it is`)
    return { variable, reader, standard: standardOf(schema), meaning: schema.description.replaceAll('|', '\\|') }
  })
}

function standardOf(schema: z.ZodType): string {
  const standard = schema.parse(undefined)
  if (standard === undefined || standard === '') return 'none'
  if (Array.isArray(standard)) return `\`${standard.join(',')}\``
  return `\`${typeof standard === 'string' ? standard : JSON.stringify(standard)}\``
}
