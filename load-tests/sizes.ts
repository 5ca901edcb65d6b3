/** A melding of 5 MB is carried and answered as one of a few KB is, and a byte of it costs no more than one of 100 KB. */
import { exampleOf } from '@budstikka/cli'
import { derivedUuid, type Melding } from '@budstikka/meldinger'
import { answer, bounded, quantile, readOptions, type Row, say } from './measure/claim.ts'
import { floorRound } from './measure/floor-round.ts'
import { upSeed, upYear, type WorldUp, withWorld } from './measure/world-up.ts'
import { bytesOf, sendAll, type SentAll } from './sizes/send-all.ts'

const minutesMax = 10
/** The type that may carry pictures and documents (Helsefaglig dialog). */
const type = 'DIALOG_HELSEFAGLIG'
/** On the wire, more or less; the first has no attachment. */
const sizes = [0, 10_000, 100_000, 1_000_000, 5_000_000]
/** In flight: as many as fit. */
const windowBytes = 16_000_000

const options = readOptions('Dialogmeldinger with an attachment of many sizes, sent by a party of epj and answered.', {
  megabytes: [60, 'of meldinger of each size; never more than --meldinger'],
  meldinger: [2_000, 'of each size, at most'],
  dearer: [1.5, 'how much more a byte of the largest may cost than one of 100 KB']
})
if (options) await claim(options)

type Measured = SentAll & { readonly bytes: number; readonly count: number; readonly floor: number }

async function claim({ read, isJson }: NonNullable<typeof options>): Promise<void> {
  const signal = bounded(minutesMax)
  const all: Measured[] = []
  await withWorld(signal, async (up) => {
    for (const size of sizes) all.push(await measure(up, size))
  })
  const nanosPerByte = ({ perSecond, bytes }: Measured) => 1e9 / (perSecond * bytes)
  const [middle, largest] = [all[2], all.at(-1)]
  const dearer = middle && largest ? nanosPerByte(largest) / nanosPerByte(middle) : NaN
  const isAnswered = all.every(({ refused, count, receipts }) => refused === 0 && receipts === count)
  const isHeld = isAnswered && dearer <= read('dearer')
  const rows: Row[] = [
    ['bytes', 'sent', 'accepted', 'meldinger/s', 'MB/s', 'AppRec after, ms', '99 of 100', 'floor/s'],
    ...all.map((one): Row => {
      const delays = [Math.round(quantile(one.delays, 0.5)), Math.round(quantile(one.delays, 0.99))]
      const rate = [one.perSecond, (one.perSecond * one.bytes) / 1e6]
      return [`${one.bytes}`, one.count, one.receipts - one.refused, ...rate, ...delays, one.floor]
    })
  ]
  const measured = all.map(({ delays, ...one }) => ({ ...one, delayMs: quantile(delays, 0.5) }))
  const sentence = `${isAnswered ? 'every one accepted' : 'NOT every one accepted'}; a byte of the largest costs ${dearer.toFixed(2)} times one of 100 KB`
  const lines = [
    { name: 'end to end', points: all.map((one) => [one.bytes, (one.perSecond * one.bytes) / 1e6] as const) },
    { name: 'floor', points: all.map((one) => [one.bytes, (one.floor * one.bytes) / 1e6] as const) }
  ]
  const plots = [{ title: 'meldinger of all sizes', x: 'bytes', y: 'MB/s', logarithmic: 'both' as const, lines }]
  answer(isJson, { claim: 'sizes', isHeld, dearer, measured }, { rows, sentence, plots })

  async function measure({ bus, landscape }: WorldUp, size: number): Promise<Measured> {
    const plain = exampleOf({ type, year: upYear, seed: upSeed, msgId: derivedUuid(0, type), now: Date.now() })
    if (plain === undefined) throw new Error(`expected somebody who sends ${type}, found nobody`)
    const melding = withAttachment(plain, size)
    const bytes = bytesOf(melding).length
    const count = Math.max(8, Math.min(read('meldinger'), Math.floor((read('megabytes') * 1e6) / bytes)))
    const window = Math.max(2, Math.min(256, Math.floor(windowBytes / bytes)))
    const sent = await sendAll({ bus, landscape, melding, count, window }, signal)
    const shape = {
      profile: 'bulk',
      meldinger: count,
      bytes: { melding: bytes, appRec: sent.appRecBytes },
      window
    } as const
    const { perSecond: floor } = await floorRound(shape)
    say(`${bytes} bytes: ${sent.perSecond.toFixed(0)}/s, floor ${floor.toFixed(0)}/s`)
    return { ...sent, bytes, count, floor }
  }
}

/** So large that the whole melding has that size, in base64; none where it would be smaller than the melding itself. */
function withAttachment(melding: Melding, size: number): Melding {
  const room = size - bytesOf(melding).length - 500
  if (room <= 0) return melding
  const base64 = Buffer.alloc(Math.floor((room * 3) / 4), 'vedlegg').toString('base64')
  return { ...melding, attachments: [{ mimeType: 'application/pdf', description: 'Vedlegg', base64 }] }
}
