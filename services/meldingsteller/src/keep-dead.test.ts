/** DEAD does not fill up, and no letter is lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, readDeadFile } from '@budstikka/service'
import { memoryExchange } from '@budstikka/transport'
import { afterAll, expect, test } from 'vitest'
import { deadLetter, sending } from './examples.ts'
import { type DeadLimits, deadFile, openKeepDead } from './keep-dead.ts'

const folder = mkdtempSync(join(tmpdir(), 'budstikka-dead-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const none: DeadLimits = { lettersMax: Number.POSITIVE_INFINITY, ageMaxMs: Number.POSITIVE_INFINITY, shareMax: 0.8 }
const { signal } = new AbortController()
const bodyBytes = 100

type Given = {
  readonly limits?: Partial<DeadLimits>
  readonly bytesMax?: number
  readonly countedUpTo?: number
  /** How long after the letters were stored, in milliseconds. */
  readonly after?: number
}

/** Ten letters of 100 bytes: what stands and what was moved after one look. */
async function afterLook({ limits = {}, bytesMax = 100_000, countedUpTo = 10, after = 0 }: Given) {
  const dataDir = mkdtempSync(join(folder, 'world-'))
  await using bus = memoryExchange({ streamMaxBytes: bytesMax }).connect('test')
  const body = new Uint8Array(bodyBytes).fill(65)
  await bus.publish(
    Array.from({ length: 10 }, (_, index) => ({ ...deadLetter(sending({ msgId: `m${index}` })), body }))
  )
  const log = createLog({ service: 'meldingsteller', level: 'silent' })
  const keepDead = openKeepDead({ bus, log, dataDir, limits: { ...none, ...limits } })
  await keepDead.look({ now: Date.now() + after, countedUpTo }, signal)
  const letters = keepDead.moved > 0 ? readDeadFile(join(dataDir, deadFile)) : []
  const { messages: stand, first } = await bus.standing('DEAD')
  return { stand, first, moved: letters.map(({ msgId }) => msgId), hasRoom: keepDead.hasRoom, letters }
}

const firstFour = ['m0', 'm1', 'm2', 'm3']

test('without a limit that is reached every letter stays', async () => {
  expect(await afterLook({})).toMatchObject({ stand: 10, moved: [], hasRoom: true })
})

test('beyond the number of letters the oldest are moved to the file, bodies and all', async () => {
  const { letters, ...rest } = await afterLook({ limits: { lettersMax: 6 } })
  expect(rest).toEqual({ stand: 6, first: 5, moved: firstFour, hasRoom: true })
  const { id: originalId, subject: originalSubject } = sending({ msgId: 'm0' })
  const body = Buffer.alloc(bodyBytes, 65).toString('base64')
  const reason = 'transport:not-well-formed-xml'
  expect(letters[0]).toMatchObject({ position: 1, service: 'pleie-omsorg', reason, originalId, originalSubject, body })
})

test('letters that are older than the limit are moved, and younger ones stay', async () => {
  const ageMaxMs = 86_400_000
  expect(await afterLook({ limits: { ageMaxMs }, after: ageMaxMs - 60_000 })).toMatchObject({ stand: 10 })
  expect(await afterLook({ limits: { ageMaxMs }, after: ageMaxMs + 60_000 })).toMatchObject({ stand: 0 })
})

test('a stream that is half full warns, and one that is nearly full is emptied before anybody has to wait', async () => {
  expect(await afterLook({ bytesMax: 1_500 })).toMatchObject({ stand: 10, hasRoom: false })
  expect(await afterLook({ bytesMax: 1_000 })).toMatchObject({ stand: 4, first: 7, hasRoom: false })
})

test('a letter that is not counted yet stays, whatever the limit', async () => {
  expect(await afterLook({ limits: { lettersMax: 1 }, countedUpTo: 4 })).toMatchObject({ stand: 6, moved: firstFour })
})
