/** What a pharmacy reports of what it dispenses. */
import { contentOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { nedlastet, openApotek, parties, reseptId, sentIn, utlevert } from './apotek.examples.ts'

test('a report is of what was taken in hand, and goes on with the conversation of its look-ups', () => {
  const [report] = sentIn(openApotek().happens([utlevert('a')], { a: nedlastet() }))
  const read = report && contentOf(report.payload, 'M10')
  expect([report?.envelope.conversation, read?.type === 'content' && read.content.Utlevering.ReseptId]).toEqual([
    { refToParent: 'm94', refToConversation: 'm91' },
    reseptId
  ])
})

test('what was never found is reported all the same, in no conversation', () => {
  const [report] = sentIn(openApotek().happens([utlevert('a')]))
  expect([report?.envelope.type, report?.envelope.conversation]).toEqual(['ERM10', undefined])
})

test('what happens at others is not ours to report', () => {
  expect(openApotek().happens([utlevert('a', { actor: parties.helfo.herId })])).toEqual([])
})

test('the same happening makes the same report, however often it is told', () => {
  const first = openApotek().happens([utlevert('a')], { a: nedlastet() })
  expect(openApotek().happens([utlevert('a')], { a: nedlastet() })).toEqual(first)
})
