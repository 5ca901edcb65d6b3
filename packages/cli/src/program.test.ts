/** The command line as a user meets it: help, wrong usage, exit codes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testHost } from './host.examples.ts'
import { run } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const env = { BUDSTIKKA_WORLD: join(folder, 'none.json') }

async function runWith(...args: string[]) {
  const { host, written, told } = testHost({ env })
  const code = await run(args, host)
  return { code, written: written(), told: told() }
}

const everyday = ['start', 'replay', 'example', 'validate', 'send', 'melding', 'part', 'resept', 'kjernejournal']
const commands = [...everyday, 'flyt', 'dead', 'keys', 'streams']

test.each(commands)('the help of %s has an example, --json, and says what the exit codes mean', async (command) => {
  const { code, written } = await runWith(command, '--help')
  expect(code).toBe(0)
  expect(written).toMatch(/--json[^]*Example:\n {2}(budstikka|npm start|docker compose)[^]*Exit codes: 0/)
})

test('the help of all names every command with an example', async () => {
  const { written } = await runWith('--help')
  for (const command of [...everyday, 'flyt', 'dead'])
    expect(written).toMatch(new RegExp(`^ {2}budstikka ${command}`, 'm'))
})

test.each([[['start', '--year', '2017']], [['start', '--speed', 'fast']], [['send']], [['fly']]])(
  'wrong usage %j ends with 2 and says what was expected',
  async (args) => {
    const { code, told } = await runWith(...args)
    expect(code).toBe(2)
    expect(told).toMatch(/^error: /)
  }
)

test.each([
  [['part', '17', '--nats', 'nats://127.0.0.1:1', '--json'], 'expected a NATS server'],
  [['part', 'Oslo', '--nats', 'foo:bar', '--json'], 'expected the address of a NATS server'],
  [['melding', 'a b', '--json'], 'letters without spaces'],
  [['dead', 'show', '--json'], 'expected the numbers of letters'],
  [['dead', '--file', import.meta.filename, '--json'], 'expected a file of dead letters'],
  [['melding', 'x', '--json'], 'no world is running here'],
  [['flyt', '--json'], 'no world is running here'],
  [['flyt', '--json', '--csv'], 'cannot be used with'],
  [['resept', '123', '--json'], 'expected a ReseptId'],
  [['resept', '02438897382', '--json'], 'expected a ReseptId'],
  [['example', 'UKJENT', '--json'], 'expected a type that is sent'],
  [['validate', 'none.xml', '--json'], 'expected a file or a folder'],
  [['send', 'none.xml', '--json'], 'expected a file to send'],
  [['start', '--year', '2017', '--json'], 'Expected a whole number'],
  [['start', '--only', 'weather', '--data', join(folder, 'w'), '--json'], 'expected --only of'],
  [['send', '--json'], 'missing required argument'],
  [['fly', '--json'], 'unknown command']
])('what goes wrong in %j is one JSON document, and nothing else', async (args, error) => {
  const { code, written, told } = await runWith(...args)
  expect([code, told, JSON.parse(written)]).toEqual([
    2,
    '',
    expect.objectContaining({ exitCode: 2, error: expect.stringContaining(error) })
  ])
})

test('an example for programs holds its MsgId beside the XML', async () => {
  const { type, msgId, xml } = JSON.parse((await runWith('example', 'LOG_DOD', '--json')).written)
  expect([type, xml]).toEqual(['LOG_DOD', expect.stringContaining(`<MsgId>${msgId}</MsgId>`)])
})

test('the address of meldingsteller alone asks for nothing', async () => {
  const { code, told } = await runWith('flyt', '--url', 'http://127.0.0.1:8104')
  expect([code, told]).toEqual([2, expect.stringContaining('expected --csv, --json or --openmetrics')])
})

test('keys are made, and a program is told whose', async () => {
  const { code, written } = await runWith('keys', join(folder, 'keys'), '--json')
  expect([code, JSON.parse(written)]).toEqual([
    0,
    { dir: join(folder, 'keys'), users: expect.arrayContaining(['epj', 'cli']) }
  ])
})

test('without a world the answer is how to start one', async () => {
  const { code, told } = await runWith('flyt')
  expect([code, told]).toEqual([2, expect.stringContaining('Start one with `npm start`')])
})

test('a server that does not answer is named', async () => {
  const { code, told } = await runWith('part', '17', '--nats', 'nats://127.0.0.1:1')
  expect([code, told]).toEqual([2, expect.stringContaining('expected a NATS server at nats://127.0.0.1:1')])
})

test('an example that is written to a file is good', async () => {
  const file = join(folder, 'a.xml')
  writeFileSync(file, (await runWith('example', 'HELSEOPPL_SOKNAD')).written)
  const { code, written } = await runWith('validate', file)
  expect([code, written]).toEqual([0, expect.stringContaining('1 of 1 good.')])
})

test('a folder of files is judged, and one bad file makes the answer no', async () => {
  writeFileSync(join(folder, 'b.xml'), '<MsgHead>')
  const { code, written } = await runWith('validate', folder, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(written).files.map((file: { isGood: boolean }) => file.isGood)).toContain(false)
})

test('a type without an example is told with those that have one', async () => {
  const { code, told } = await runWith('example', 'UKJENT')
  expect([code, told]).toEqual([2, expect.stringContaining('LOG_INNLAGT')])
})
