/** What is no message of e-resept is refused with what was expected, and a refusal may come from e-resept's own list. */
import { expect, test } from 'vitest'
import { appRecFor } from '../app-rec/app-rec-for.ts'
import { decodeMelding } from '../decode.ts'
import { encodeAppRec, encodeMelding } from '../encode.ts'
import { oidOf } from '../felles/code-names.ts'
import { officialJudge } from '../official-judge.ts'
import { envelope } from '../rules/rules.examples.ts'
import { readXml } from '../xml/reader.ts'
import { eReseptExamples } from './examples.ts'

const written = (type: keyof typeof eReseptExamples) =>
  encodeMelding({ envelope: { ...envelope, type }, payload: eReseptExamples[type], attachments: [] })

function read(xml: string) {
  const root = readXml(Buffer.from(xml))
  return 'type' in root ? expect.fail(root.reason) : decodeMelding(root)
}

const handelsvare = '<ReseptDokHandelsvare><Varegruppekode V="A"/></ReseptDokHandelsvare>'
test.each([
  [
    'an M1 of two kinds at once',
    'ERM1',
    /(?=<OppdatertFest>)/,
    handelsvare,
    'exactly one of ReseptDokLegemiddel, ReseptDokHandelsvare'
  ],
  ['an M1 without expiry', 'ERM1', /<Utloper>.*?<\/Utloper>/, '', 'Utloper'],
  ['a number of dispenses that is no whole number', 'ERM1', '<Reiterasjon>3<', '<Reiterasjon>1.5<', 'integer'],
  [
    'a list entry with a pack size without its unit',
    'ERM92',
    /<EnhetPakning[^>]*>/,
    '',
    'nothing, or all of Pakningsstr EnhetPakning'
  ],
  ['an M9.4 with three periods of egenandel', 'ERM94', /<Egenandel>.*?<\/Egenandel>/, '', '4 Egenandel'],
  [
    'an answer that is none of three',
    'ERM98',
    /<AntallUtleveringer>.*?<\/AntallUtleveringer>/,
    '',
    'exactly one of IngenResept, AntallUtleveringer, Pasientreservasjon'
  ]
] as const)('%s is answered T02 in AppRec 1.0', (_what, type, from, to, expected) => {
  const xml = written(type)
  const changed = xml.replace(from, to)
  expect(changed).not.toBe(xml)
  const decoded = read(changed)
  expect(decoded).toMatchObject({ type: 'unreadable', code: 'T02', appRecVersion: '1.0', envelope: { type } })
  expect(decoded.type === 'unreadable' && decoded.faults.map((fault) => fault.expected)).toContain(expected)
})

test('a generation that is not supported is answered T10', () => {
  const decoded = read(written('ERM96').replace('eresept/m96/2018-07-01', 'eresept/m96/2009-03-18'))
  expect(decoded).toMatchObject({ type: 'unreadable', code: 'T10', envelope: { type: 'ERM96' } })
})

test('Reseptformidleren refuses with a code of its own list', () => {
  using judge = officialJudge()
  const appRec = appRecFor(
    { ...envelope, type: 'ERM10' },
    {
      role: 'PRIM',
      answeredBy: envelope.receiver,
      status: '2',
      errors: [
        {
          code: '69',
          codeSystem: oidOf('7419'),
          name: 'Resept er under ekspedering av annen utleverer.',
          text: 'Prøv senere'
        }
      ],
      id: '7d2a3d2e-61b8-4a53-8f0e-0a7a8c0f0b02',
      genDate: '2026-01-05T10:12:31',
      version: '1.0'
    }
  )
  const xml = encodeAppRec(appRec)
  expect(judge.faultsIn(xml, 'http://www.kith.no/xmlstds/eresept/')).toEqual([])
  expect(xml).toContain('<MsgType V="ERM10" DN="Utleveringsrapport reseptbanken"/>')
  expect(read(xml)).toEqual({ type: 'appRec', appRec })
})
