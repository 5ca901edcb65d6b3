/** Every content is what its schema says, by our reader and by the official schemas. */
import { decodeMelding, encodeMelding, formatSentAs, forsendelsesstatusOf, readXml } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { hendelseOf, world } from './content.examples.ts'
import { meldingOf } from './melding-of-hendelse.ts'
import { writtenTypes } from './payload.ts'

const judge = officialJudge()
const why = judge.isThere ? '' : ' (skipped: the folder shared is not beside the checkout)'
afterAll(() => judge[Symbol.dispose]())

/** Twenty of a kind, so that every wording and every optional part is met. */
const meldingerOf = (meldingType: string) =>
  (['N', 'M', 'C'] as const).flatMap((status) =>
    Array.from({ length: 20 }, (_, i) =>
      meldingOf(hendelseOf({ meldingType, status, id: `h${i}`, detail: String(i) }), world)
    )
  )

test.skipIf(!judge.isThere).each([...writtenTypes])(`%s is valid by the official schemas${why}`, (meldingType) => {
  const namespace = formatSentAs(meldingType)?.namespace ?? ''
  const faults = meldingerOf(meldingType).flatMap((melding) => judge.faultsIn(encodeMelding(melding), namespace))
  expect(faults).toEqual([])
})

test.each([...writtenTypes])('%s means the same when it has been written and read', (meldingType) => {
  for (const melding of meldingerOf(meldingType)) {
    const root = readXml(Buffer.from(encodeMelding(melding)))
    const decoded = 'reason' in root ? undefined : decodeMelding(root)
    const read = decoded?.type === 'melding' ? decoded.melding : undefined
    const { documentId: _ofTheDocument, ...envelope } = read?.envelope ?? {}
    expect(read && { envelope, content: read.payload.content }).toEqual({
      envelope: melding.envelope,
      content: melding.payload.content
    })
  }
})

test('there is a content for every type that is sent', () => {
  expect(writtenTypes.filter((type) => formatSentAs(type) === undefined && type !== 'FRAVARSMELDING')).toEqual([])
})

test('the same happening gives the same bytes', () => {
  const once = () => encodeMelding(meldingOf(hendelseOf({ meldingType: 'UTSKRIVNINGSRAPPORT' }), world))
  expect(once()).toBe(once())
})

test('another happening of the same kind gives another content', () => {
  const contentOf = (id: string) =>
    meldingOf(hendelseOf({ meldingType: 'INNLEGGELSESRAPPORT', id }), world).payload.content
  expect(contentOf('a')).not.toEqual(contentOf('b'))
})

test('a happening that changes or cancels says so in its status', () => {
  const statuses = (['N', 'M', 'C'] as const).map((status) =>
    forsendelsesstatusOf(meldingOf(hendelseOf({ meldingType: 'HELSEOPPL_SOKNAD', status }), world).payload)
  )
  expect(statuses).toEqual(['N', 'M', 'C'])
})

test('LOG_* are some four thousand bytes and reports are larger', () => {
  const sizeOf = (type: string) => Math.max(...meldingerOf(type).map((melding) => encodeMelding(melding).length))
  expect([sizeOf('LOG_INNLAGT') < 5000, sizeOf('INNLEGGELSESRAPPORT') > 9000]).toEqual([true, true])
})

test('a type that nobody writes is an error of ours', () => {
  expect(() => meldingOf(hendelseOf({ meldingType: 'FODSELS_EPIKRISE' }), world)).toThrow(
    /content for, got FODSELS_EPIKRISE/
  )
})
