/** Appointments beside a dialogue are written as the guide has them, and read from its own examples. */
import { afterAll, describe, expect, test } from 'vitest'
import { decodeMelding } from '../decode.ts'
import { encodeMelding } from '../encode.ts'
import { contentExamples } from '../encode-examples.ts'
import { envelope } from '../rules/rules.examples.ts'
import { officialJudge } from '../official-judge.ts'
import { sharedFiles } from '../shared-folder.ts'
import { readXml } from '../xml/reader.ts'
import { icalendarOf, type Timeavtale, timeavtalerIn } from './icalendar.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const whole: Timeavtale = {
  begins: '2021-07-05T11:45:00',
  ends: '2021-07-05T12:00:00',
  uid: '0b8f2e0e-5a0b-4d6e-9c7d-6f1f5b1c0a02',
  contact: '91095',
  relatedTo: '651b1341-26ca-11e4-8c21-0800200c9a66',
  summary: 'Kontroll <av> blodtrykk & puls',
  location: 'Legegata 12',
  categories: 'Konsultasjon',
  status: 'CONFIRMED'
}
const bare = { begins: whole.begins, ends: whole.ends, uid: whole.uid }
const type = 'DIALOG_INNBYGGER_TIMERESERVASJON'
const melding = {
  envelope: { ...envelope, type },
  payload: contentExamples[type],
  attachments: [icalendarOf([whole, bare], 'iCalendarBestillTime')]
}

test('what is written is read again, as XML in the melding', () => {
  const xml = encodeMelding(melding)
  expect(xml).toContain('<icalendar xmlns="urn:ietf:params:xml:ns:icalendar-2.0">')
  const root = readXml(Buffer.from(xml))
  const decoded = 'type' in root ? undefined : decodeMelding(root)
  if (decoded?.type !== 'melding') return expect.fail('a melding')
  expect(timeavtalerIn(decoded.melding.attachments)).toEqual([whole, bare])
  expect(decoded.melding.attachments).toEqual(melding.attachments)
})

test.skipIf(!judge.isThere)('it is valid by the official schemas, and one without a value is not', () => {
  const namespace = 'http://www.kith.no/xmlstds/dialog/2013-01-23'
  const xml = encodeMelding(melding)
  expect(judge.faultsIn(xml, namespace)).toEqual([])
  expect(judge.faultsIn(xml.replace(/<dtstart>.*?<\/dtstart>/, '<dtstart/>'), namespace)).not.toEqual([])
})

test('what is no appointment is left unread', () => {
  const of = (xml: string) => [{ mimeType: 'application/calendar+xml', base64: Buffer.from(xml).toString('base64') }]
  expect(
    ['<icalendar', '<icalendar/>', '<icalendar><vcalendar/></icalendar>'].map((xml) => timeavtalerIn(of(xml)))
  ).toEqual([[], [], []])
})

const examples = sharedFiles(
  'samples/official/DigitalDialog*/**/DIALOG_INNBYGGER_{TIMER,TIMERESERVASJON,TIMEONSKE}/1.[12]/*.xml'
)
describe.skipIf(examples.length === 0).each(examples)('$name', ({ bytes }) => {
  test('is read, with its appointments', () => {
    const root = readXml(bytes)
    const decoded = 'type' in root ? undefined : decodeMelding(root)
    if (decoded?.type !== 'melding') return expect.fail(JSON.stringify(decoded))
    const text = Buffer.from(bytes).toString()
    const events = text.split('<vevent>').length - 1
    expect(timeavtalerIn(decoded.melding.attachments).length).toBe(events)
  })
})
