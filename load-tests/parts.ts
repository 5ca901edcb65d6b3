/** What cannot be left out of a melding (its XML read and written, its rows on disk) leaves room for 30 % of the floor. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeMelding, encodeAppRec, encodeMelding, readXml } from '@budstikka/meldinger'
import { batchMaxDefault, openSqliteStore, type OutMessage, type Store } from '@budstikka/transport'
import { answer, bounded, percent, readOptions, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import { sumOf } from './measure/processes.ts'
import { documentsOfEveryKind } from './wire-documents.ts'

const profile = 'bulk'
const warmUp = 20 * batchMaxDefault
const minutesMax = 10

const options = readOptions(
  'Processor time of a melding and its AppRec in one thread: XML alone, rows on disk too, and the floor without either.',
  {
    meldinger: [100_000, 'meldinger, and as many AppRecs'],
    floor: [100_000, 'meldinger in the floor'],
    ratio: [0.3, 'share of the floor that should be possible']
  }
)
if (options) await claim(options)

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  using parts = openParts()
  // The first are slow, as long as the engine has compiled nothing.
  parts.writeAndRead(0, warmUp)
  parts.exchange(0, warmUp)
  let [xml, both] = [0, 0]
  const count = read('meldinger')
  say(`${count} meldinger and AppRecs`)
  for (let from = warmUp; from < warmUp + count; from += batchMaxDefault) {
    signal.throwIfAborted()
    xml += microsOf(() => parts.writeAndRead(from, from + batchMaxDefault)) / count
    both += microsOf(() => parts.exchange(from, from + batchMaxDefault)) / count
  }
  const { bytes } = parts
  say('now the floor')
  const floor = await floorRound({ profile, meldinger: read('floor'), bytes })
  const carried = sumOf(floor.cpuPerMelding)
  const most = carried / (carried + both)
  const rows = [
    [`processor µs of a melding of ${bytes.melding} bytes with an AppRec of ${bytes.appRec}`],
    ['XML written and read, twice', xml],
    ['rows on disk: two outboxes, an inbox, what waits for a receipt', both - xml],
    ['floor: NATS, its sender and its service', carried],
    ['most that is possible without anything else', percent(most)]
  ]
  const sentence = `${percent(most)} of the floor at most, ${percent(read('ratio'))} wanted`
  const result = { claim: 'parts', isHeld: most >= read('ratio'), xml, rows: both - xml, carried, most }
  answer(isJson, result, { rows, sentence })
}

function openParts() {
  const kinds = documentsOfEveryKind()
  const meldinger = kinds.flatMap((kind) => kind.meldinger)
  const appRecs = kinds.flatMap((kind) => kind.appRecs)
  const writeMelding = (at: number) => Buffer.from(encodeMelding(nth(meldinger, at)))
  const writeAppRec = (at: number) => Buffer.from(encodeAppRec(nth(appRecs, at)))
  const folder = mkdtempSync(join(tmpdir(), 'budstikka-parts-'))
  const open = (name: string) => openSqliteStore(join(folder, `${name}.sqlite`), { profile })
  const [sender, receiver] = [open('sender'), open('receiver')]
  return {
    bytes: { melding: writeMelding(0).length, appRec: writeAppRec(0).length },
    writeAndRead(from: number, to: number) {
      for (let at = from; at < to; at++) for (const write of [writeMelding, writeAppRec]) understand(write(at))
    },
    /** A batch on its way there and back, as the first law has it. */
    exchange(from: number, to: number) {
      const each = <Value>(value: (at: number) => Value) =>
        Array.from({ length: to - from }, (_, at) => value(from + at))
      const sent = sender.transaction(() =>
        each((at) => {
          sender.table('awaiting').add(keyOf(at), '{"to":"8094867","from":"8094866"}', at)
          return put(sender, at, writeMelding(at))
        })
      )
      const answered = receiver.transaction(() =>
        sent.map(({ body }, index) => {
          understand(body)
          receiver.table('inbox').add(keyOf(from + index), '', from + index)
          return put(receiver, from + index, writeAppRec(from + index))
        })
      )
      sender.transaction(() => {
        for (const { body } of answered) understand(body)
        for (let at = from; at < to; at++) sender.table('awaiting').delete(keyOf(at))
      })
      for (const store of [sender, receiver]) store.transaction(() => store.outbox.markPublished(to))
    },
    [Symbol.dispose]() {
      for (const store of [sender, receiver]) store[Symbol.dispose]()
      rmSync(folder, { recursive: true })
    }
  }
}

function nth<Value>(values: readonly Value[], at: number): Value {
  const value = values[at % values.length]
  if (value === undefined) throw new Error('expected documents, got none')
  return value
}

function understand(body: Uint8Array): void {
  const root = readXml(body)
  if ('reason' in root || decodeMelding(root) === undefined) throw new Error('expected a document that can be read')
}

/** As our ids do, keys rise. */
function keyOf(at: number): string {
  return `${at.toString(16).padStart(12, '0')}-4a6f-8c1b-0e5d9f3a7b21.8094867`
}

function put(store: Store, at: number, body: Uint8Array): OutMessage {
  const headers = { fromHerId: '8094866', toHerId: '8094867', applicationTimeStamp: '2019-01-01T12:00:00Z' }
  const message = { subject: 'melding.8663-KP02.8094867.8094866.LOG_INNLAGT.07', id: `${keyOf(at)}.1`, headers, body }
  store.outbox.add(message)
  return message
}

/** Processor time of this process in µs. */
function microsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
