/** Deaths as Folkeregisteret is told of them: valid by its own schemas, and read back as they were meant. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sharedFolder } from '../shared-folder.ts'
import { gate } from '../xml/gate.ts'
import { isNotWellFormed } from '../xml/not-well-formed.ts'
import { openXsd } from '../xsd.ts'
import { decodeDodsfall, type Dodsfallsmelding, encodeDodsfall } from './dodsfall.ts'

const innsending = {
  avsendersMeldingsidentifikator: '0190a2f4-0000-8000-8000-000000000001',
  avsendersInnsendingstidspunkt: '2021-12-01T10:00:00Z',
  kildesystem: 'Budstikka'
}
const forespoersel = { forespoerselssdato: '2021-12-01', kilde: 'helse', avsendersSaksbehandler: '1234567' }
const innsender = { institusjon: { virksomhet: 'Sykehuset', avdeling: 'Medisinsk' } }

const told: readonly Dodsfallsmelding[] = [
  {
    type: 'dodsfall',
    melding: {
      innsending,
      forespoersel: {
        ...forespoersel,
        doedPerson: {
          foedselsnummer: '01815000000',
          doedsdato: '2021-11-30',
          doedssted: { kommune: '4601', type: 'sykehus' }
        },
        innsender,
        mottak: { informasjonskanal: 'elektroniskMelding', mottakstidspunktFraOpprinneligKanal: '2021-12-01' }
      }
    }
  },
  {
    type: 'annullering',
    melding: {
      innsending,
      forespoersel: { ...forespoersel, levendePerson: { foedselsnummer: '01815000000' }, innsender }
    }
  }
]
const files = {
  dodsfall: 'MeldingOmDoedsfall_v1.2.xsd',
  annullering: 'MeldingOmAnnulleringAvDoedsfall_v1.2.xsd'
} as const

test.each(told)('$type is read back as it was meant', (one) => {
  expect(read(encodeDodsfall(one))).toEqual(one)
})

test.skipIf(sharedFolder === undefined).each(told)('$type is valid by the official schema', (one) => {
  using xsd = openXsd(join(sharedFolder ?? '', 'xsd/national/folkeregisteret', files[one.type]))
  expect(xsd.validate(Buffer.from(encodeDodsfall(one)))).toEqual([])
})

test('what is left out is told by its path, without a value', () => {
  const xml = told.map(encodeDodsfall)[0]?.replace(/<doedsdato>.*<\/doedsdato>/, '') ?? ''
  expect(read(xml)).toMatchObject({
    faults: [{ path: 'meldingOmDoedsfall/forespoersel/doedPerson', expected: expect.stringContaining('doedsdato') }]
  })
})

test('another document is told what was expected', () => {
  expect(read('<a xmlns="b"/>')).toMatchObject({ faults: [{ came: 'a in b' }] })
})

function read(xml: string) {
  const root = gate(Buffer.from(xml))
  if (isNotWellFormed(root)) throw new Error(root.reason)
  return decodeDodsfall(root)
}
