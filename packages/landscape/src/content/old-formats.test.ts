/** Old formats are valid by their own schemas, read as what they are, and by their headers alone nobody can tell. */
import { appRecVersionFor, decodeMelding, encodeMelding, type Melding, readXml } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, expect, test } from 'vitest'
import { hendelseOf, world } from './content.examples.ts'
import { meldingOf } from './melding-of-hendelse.ts'
import { oldFormats, typeBehind } from './old-formats.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const meldingerOf = (meldingType: string) =>
  Array.from({ length: 20 }, (_, i) => meldingOf(hendelseOf({ meldingType, id: `h${i}` }), world))
function readOf(melding: Melding): Melding {
  const root = readXml(Buffer.from(encodeMelding(melding)))
  const decoded = 'reason' in root ? undefined : decodeMelding(root)
  return decoded?.type === 'melding' ? decoded.melding : expect.fail('a melding')
}

test.skipIf(!judge.isThere).each(Object.keys(oldFormats))('%s is valid by the official schema', (letter) => {
  expect(meldingerOf(letter).flatMap((melding) => judge.faultsIn(encodeMelding(melding), 'kith'))).toEqual([])
})

test.each([
  ['E', 'EPIKRISE', 'Epikrise', '1.1'],
  ['S', 'SVAR_LAB', 'Svarrapport', '1.3'],
  ['R', 'REQ_LAB', 'Rekvisisjon', '1.5']
])(
  '%s is sent under its letter, read as %s, and answered by AppRec 1.0 to its MsgId',
  (letter, type, format, version) => {
    for (const melding of meldingerOf(letter)) {
      const read = readOf(melding)
      const { msgId } = melding.envelope
      expect(melding.envelope.type).toBe(letter)
      expect(read).toMatchObject({ envelope: { type, msgId, documentId: msgId }, payload: { format, version } })
      expect([appRecVersionFor(read), typeBehind(letter), typeBehind(type)]).toEqual(['1.0', type, type])
    }
  }
)
