/** Applications to the medicines agency: asked for by a pharmacy or the prescriber, answered, and told. */
import { contentOf, herIdOf, type Melding, payloadOf } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { changed, m10, m5, m93, openReseptformidler, parties, patient, receiptOf, sentIn } from './handle.examples.ts'
import { answered, m95 } from './rekvirent.examples.ts'
import { m15, m1UtenMt, m3 } from './soknad.examples.ts'

type Reseptformidler = ReturnType<typeof openReseptformidler>
const { apotek, annetApotek, fastlege, legemiddelverket } = parties
const id = ({ envelope }: Melding) => envelope.msgId
const outcome = (rf: Reseptformidler, melding: Melding) => {
  const effects = rf.hear(melding)
  return [receiptOf(effects), ...sentIn(effects).map(({ envelope }) => [envelope.type, herIdOf(envelope.receiver)])]
}
const taken = (rf: Reseptformidler, written: Melding, by = apotek) => {
  const given = rf.ask(m93(`takes ${by}`, id(written), { from: by }))
  return given.type === 'answer' ? contentOf(given.melding.payload, 'M9.4') : given.refusal?.errors[0]?.code
}

test('a pharmacy asks, the agency is applied to with M1 and M3, and both are told what it answers', () => {
  const rf = openReseptformidler()
  const written = m1UtenMt('a')
  rf.hear(written)
  expect(taken(rf, written)).toMatchObject({ content: { Status: { V: 'U' }, StatusSoknadSlv: { V: '1' } } })
  const asks = m3('asks', id(written))
  const [soknad] = sentIn(rf.hear(asks))
  expect(soknad && [herIdOf(soknad.envelope.receiver), contentOf(soknad.payload, 'M14')]).toEqual([
    legemiddelverket,
    { type: 'content', content: { ReseptId: id(written), AnmodningSLVId: id(asks) } }
  ])
  expect([soknad?.attachments.length, soknad?.envelope.conversation]).toEqual([
    2,
    { refToParent: id(asks), refToConversation: id(asks) }
  ])
  expect(rf.resept(written)?.status).toBe('B')
  const answer = m15('answers', soknad, 'granted')
  const told = sentIn(rf.hear(answer))
  expect(told.map(({ envelope }) => [envelope.type, herIdOf(envelope.receiver), envelope.conversation])).toEqual(
    [fastlege, apotek].map((to) => ['ERM15', to, { refToParent: id(answer), refToConversation: id(asks) }])
  )
  // Who asked still has it in hand.
  expect(outcome(rf, m10('b', 'a', { detail: 'siste' }))[0]).toBe('OK')
})

test('while the agency considers nobody dispenses or takes it, and it is applied for once', () => {
  const rf = openReseptformidler()
  const written = m1UtenMt('a')
  rf.hear(written)
  expect(outcome(rf, m3('too early', id(written)))).toEqual(['41'])
  taken(rf, written)
  expect([
    outcome(rf, m3('another', id(written), { from: annetApotek })),
    outcome(rf, m3('asks', id(written))),
    outcome(rf, m3('again', id(written))),
    outcome(rf, m10('b', 'a')),
    taken(rf, written, annetApotek)
  ]).toEqual([['69'], ['OK', ['ERM14', legemiddelverket]], ['98'], ['41'], '64'])
  expect(answered(rf.ask(m95('asks', { Fnr: patient.id, isForAll: true })), 'M9.6')).toMatchObject({
    Listeelement: [{ SendtSLVDato: '2019-12-02', Status: { V: 'B' }, StatusSoknadSlv: { V: '2' } }]
  })
})

test('what is refused is over', () => {
  const rf = openReseptformidler()
  const written = m1UtenMt('a')
  rf.hear(written)
  taken(rf, written)
  const [soknad] = sentIn(rf.hear(m3('asks', id(written))))
  rf.hear(m15('answers', soknad, 'refused'))
  expect([rf.resept(written)?.status, taken(rf, written), outcome(rf, m5('x', 'a'))]).toEqual(['A', '63', ['15']])
})

test('a recall while the agency considers takes effect when it answers (14)', () => {
  const rf = openReseptformidler()
  const written = m1UtenMt('a')
  rf.hear(written)
  taken(rf, written)
  const [soknad] = sentIn(rf.hear(m3('asks', id(written))))
  expect(outcome(rf, m5('x', 'a'))).toEqual(['OK', ['ERM52', fastlege]])
  rf.hear(m15('answers', soknad, 'granted'))
  expect(rf.resept(written)?.status).toBe('T')
})

test('a prescriber who applies himself has it sent with the prescription', () => {
  const rf = openReseptformidler()
  const written = m1UtenMt('a', true)
  const [soknad] = sentIn(rf.hear(written))
  expect(soknad && contentOf(soknad.payload, 'M14')).toEqual({ type: 'content', content: { ReseptId: id(written) } })
  expect(outcome(rf, m15('answers', soknad, 'granted'))).toEqual(['OK', ['ERM15', fastlege]])
  expect(taken(rf, written)).toMatchObject({
    content: { SvarSLVDato: '2019-12-02', InnvligetGodkjFritak: 'true', StatusSoknadSlv: { V: '3' } }
  })
})

test('nobody but the agency answers (388), and it says yes or no (99)', () => {
  const rf = openReseptformidler()
  const written = m1UtenMt('a', true)
  const [soknad] = sentIn(rf.hear(written))
  const neither = changed(m15('neither', soknad, 'granted'), 'M15', (content) =>
    payloadOf('M15', { ...content, Innvilget: { V: '3', DN: 'Kanskje' } })
  )
  expect([
    outcome(rf, m15('another', soknad, 'granted', apotek)),
    outcome(rf, neither),
    outcome(rf, m15('answers', soknad, 'granted')),
    outcome(rf, m15('again', soknad, 'refused'))
  ]).toEqual([['388'], ['99'], ['OK', ['ERM15', fastlege]], ['41']])
})
