/** What whoever takes a prescription in hand is given: the M1, its control object, and the reports before. */
import { createHash } from 'node:crypto'
import { decodePart, encodeMelding, type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, m1, m10, m93, openReseptformidler } from './handle.examples.ts'
import { answered, m1WithRefNr, m41 } from './rekvirent.examples.ts'
import { dayMs, now } from './resept.examples.ts'

const id = ({ envelope }: Melding) => envelope.msgId
const xmlOf = (base64: string) => Buffer.from(base64, 'base64').toString()

function writtenAndAsked() {
  const rf = openReseptformidler()
  const written = m1('a', { dispensings: 3 })
  rf.hear(written)
  const take = (question: string, at = now) => {
    const given = rf.ask(m93(question, id(written), { at }))
    return given.type === 'answer' ? given.melding.attachments.map(({ base64 }) => base64) : []
  }
  return { rf, written, take }
}

test('the control object is of the M1 that is handed out, by its hash', () => {
  const { written, take } = writtenAndAsked()
  const [given = '', sko = ''] = take('takes')
  expect(xmlOf(given)).toBe(encodeMelding(written))
  expect(decodePart('SKO', sko)).toMatchObject({
    type: 'content',
    content: {
      ReseptId: id(written),
      Mottatt: new Date(now).toISOString(),
      Hashverdi: createHash('sha256').update(xmlOf(given)).digest('base64'),
      HPRMerknad: { V: '0' }
    }
  })
})

test('the reports before go along as they came, a cancellation not', () => {
  const { rf, take } = writtenAndAsked()
  take('first')
  const given = m10('b', 'a', { dispensings: 3 })
  rf.hear(given)
  take('second')
  rf.hear(m10('c', 'a', { dispensings: 3, detail: 'avbrutt' }))
  expect(take('third').slice(2).map(xmlOf)).toEqual([encodeMelding(given)])
})

test('what was annulled goes along no more', () => {
  const { rf, take } = writtenAndAsked()
  take('first')
  const given = m10('b', 'a', { dispensings: 3 })
  rf.hear(given)
  const annulment = changed(m10('c', 'a', { dispensings: 3, at: now + dayMs }), 'M10', (content) =>
    payloadOf('M10', {
      ...content,
      Utlevering: { ...content.Utlevering, Annullering: 'true', AnnulleringsId: id(given) }
    })
  )
  rf.hear(annulment)
  expect(take('second', now + 2 * dayMs).slice(2)).toEqual([])
})

test('a locked prescription is taken in hand by who has its reference number alone (258)', () => {
  const rf = openReseptformidler()
  const given = answered(rf.ask(m41('one number', 1)), 'M4.2')
  const refNr = (typeof given === 'object' && given.RefNr[0]) || ''
  const locked = m1WithRefNr('a', refNr, { isLocked: true })
  rf.hear(locked)
  const withRefNr = (question: string, RefNr: string) =>
    changed(m93(question, id(locked)), 'M9.3', (content) => payloadOf('M9.3', { ...content, RefNr }))
  const asked = [m93('without', id(locked)), withRefNr('another', '12345678901230'), withRefNr('its own', refNr)]
  expect(asked.map((question) => answered(rf.ask(question), 'M9.4'))).toEqual([
    '258',
    '258',
    expect.objectContaining({ Status: expect.objectContaining({ V: 'U' }) })
  ])
})
