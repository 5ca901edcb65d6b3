/** What the journal systems decide when something comes. */
import { expect, test } from 'vitest'
import {
  came,
  fastlege,
  handle,
  hendelseOf,
  hospital,
  landscape,
  meldingFor,
  receiptFor,
  saksbehandling,
  savedState,
  sentOf,
  sentTypes,
  sykepleietjeneste
} from './handle.examples.ts'
import { initial, says } from '@budstikka/journal'
import { validTurns } from '@budstikka/meldinger'

const wish = hendelseOf({ meldingType: 'HELSEOPPLYSNINGER_LEGE', detail: '3' })

test('a GP answers a wish for assessment with medical information', () => {
  expect(sentTypes(handle(came(meldingFor(wish))))).toEqual(['MEDISINSKE_OPPLYSNINGER'])
})

test('a GP receipts a status report and does not answer it', () => {
  const status = hendelseOf({ meldingType: 'HELSEOPPLYSNINGER_LEGE', detail: '2' })
  expect(handle(came(meldingFor(status))).map(({ type }) => type)).toEqual(['receipt', 'save'])
})

test('a question of the municipality is answered', () => {
  const asked = hendelseOf({ meldingType: 'DIALOG_FORESPORSEL', detail: '6' })
  expect(sentTypes(handle(came(meldingFor(asked))))).toEqual(['DIALOG_SVAR'])
})

test.each([
  ['DIALOG_INNBYGGER_EKONTAKT', 'HE'],
  ['DIALOG_INNBYGGER_EKONSULTASJON', 'SB'],
  ['DIALOG_INNBYGGER_RESEPTFORNYELSE', 'RF'],
  ['DIALOG_INNBYGGER_TIMEONSKE', 'OT'],
  ['DIALOG_INNBYGGER_TIMERESERVASJON', 'RT']
])('what a citizen asks by %s is answered by the GP, and the answer is not', (meldingType, detail) => {
  const [helsenorge] = landscape.find('8658-4')
  const asked = hendelseOf({ meldingType, detail, actor: helsenorge?.herId ?? '' })
  const effects = handle(came(meldingFor(asked)))
  expect(sentTypes(effects)).toEqual([meldingType])
  const answers = effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding] : []))
  const after = answers.flatMap((answer) => handle(came(answer, 'PRIM', helsenorge?.herId)))
  expect(after.map(({ type }) => type)).toEqual(['receipt'])
})

test('a GP answers Ikke tilgang (7602 code 30) to one who is on another list', () => {
  const [helsenorge] = landscape.find('8658-4')
  const other = landscape.find('person').find(({ herId }) => herId !== fastlege)
  const ends = { actor: helsenorge?.herId ?? '', counterpart: other?.herId ?? '' }
  const asked = hendelseOf({ meldingType: 'DIALOG_INNBYGGER_TIMERESERVASJON', detail: 'RT', ...ends })
  const effects = handle(came(meldingFor(asked), 'PRIM', other?.herId))
  const answers = effects.flatMap((effect) => (effect.type === 'send' ? [effect.melding.payload.content] : []))
  expect(answers).toMatchObject([{ Notat: [{ TemaKodet: { V: '30' } }] }])
})

test('a copy receiver receipts and does not answer', () => {
  expect(sentTypes(handle(came(meldingFor(wish), 'COP')))).toEqual([])
})

test('a hospital keeps the report on an admission, and its cancellation hides it in any order', () => {
  const ids = { first: 'rapport', firstAt: 1_000, previous: 'rapport', previousAt: 1_000 }
  const report = { meldingType: 'INNLEGGELSESRAPPORT', actor: sykepleietjeneste, counterpart: hospital }
  const sent = meldingFor(hendelseOf({ ...report, id: 'rapport', at: 1_000 }))
  const cancelled = meldingFor(hendelseOf({ ...report, ...ids, id: 'kansellert', status: 'C', at: 2_000 }))
  const after = [
    [sent, cancelled],
    [cancelled, sent]
  ].map((order) =>
    order.reduce((state, melding) => savedState(handle(came(melding, 'PRIM', hospital), state)), initial)
  )
  expect(after[0]).toEqual(after[1])
  expect(after[0]?.turns.map(({ status }) => status)).toEqual(['N', 'C'])
})

const letter = hendelseOf({ meldingType: 'EPIKRISE', actor: hospital, counterpart: fastlege })

test('a GP takes a discharge letter of a patient on the list', () => {
  expect(handle(came(meldingFor(letter))).map(({ type }) => type)).toEqual(['receipt', 'save'])
})

test('a GP who is sent the letter of another GP’s patient refuses it with E35', () => {
  const [other] = landscape.places.flatMap(({ fastleger }) => fastleger).filter((one) => one !== fastlege)
  const sent = meldingFor({ ...letter, counterpart: other ?? '' })
  expect(handle(came(sent, 'PRIM', other))).toMatchObject([{ type: 'receipt', refusal: { errors: [{ code: 'E35' }] } }])
})

test('a letter that is changed and then cancelled is found by its document id, in any order', () => {
  const [one, changed, cancelled] = (['N', 'M', 'C'] as const).map((status, i) =>
    meldingFor({
      ...letter,
      id: `brev${i}`,
      ...(i > 0 && { first: 'brev0', firstAt: letter.at }),
      status,
      at: letter.at + i
    })
  )
  const states = [
    [one, changed, cancelled],
    [cancelled, changed, one]
  ].map((order) =>
    order.reduce((state, melding) => (melding ? savedState(handle(came(melding), state)) : state), initial)
  )
  expect(states[0]).toEqual(states[1])
  expect(validTurns(states[0]?.turns ?? [], 'EPIKRISE')).toEqual([])
})

const death = meldingFor(hendelseOf({ meldingType: 'LOG_DOD' }))

test('a death that a GP is told of is said, without the patient', () => {
  const said = handle(came(death)).find(({ type }) => type === 'say')
  expect(said).toMatchObject({ name: 'dodsfall' })
  expect(said).toHaveProperty('data', { msgId: death.envelope.msgId, herId: fastlege })
})

test('what comes about somebody who has died is taken as any other: no code of list 8221 says otherwise', () => {
  const dead = savedState(handle(came(death)))
  expect(dead.isDead).toBe(true)
  const [taken] = handle(came(meldingFor(letter)), dead)
  expect(taken).toEqual({ type: 'receipt' })
  expect(sentTypes(handle(came(meldingFor(wish)), dead))).toEqual(['MEDISINSKE_OPPLYSNINGER'])
})

test('a cancellation from another party hides nothing in any order, whatever organisation it claims', () => {
  const cancelling = {
    ...hendelseOf({ meldingType: 'LOG_DOD', id: 'kansellert', at: 2_000_000 }),
    status: 'C'
  } as const
  const { envelope, ...rest } = meldingFor(cancelling)
  const { conversation: _own, ...head } = envelope
  const conversation = { refToParent: death.envelope.msgId, refToConversation: death.envelope.msgId }
  const service = { name: 'En annen', idents: [{ id: hospital, kind: 'HER' }] }
  const mine = { ...rest, envelope: { ...head, conversation } }
  const anothers = { ...rest, envelope: { ...head, conversation, sender: { ...head.sender, service } } }
  const isDeadAfter = (...meldinger: (typeof death)[]) =>
    meldinger.reduce((state, melding) => savedState(handle(came(melding), state)), initial).isDead
  expect([isDeadAfter(death, anothers), isDeadAfter(anothers, death)]).toEqual([true, true])
  expect([isDeadAfter(death, mine), isDeadAfter(mine, death)]).toEqual([undefined, undefined])
})

test('a copy receiver keeps a death and does not say it', () => {
  expect(handle(came(death, 'COP')).map(({ type }) => type)).toEqual(['receipt', 'save'])
})

test('a patient who could be real is refused', () => {
  const melding = meldingFor(wish)
  const [ident] = melding.envelope.patient?.idents ?? []
  const unraised = `${ident?.id.slice(0, 2)}05${ident?.id.slice(4)}`
  const patient = { familyName: 'Agurk', idents: [{ id: unraised, kind: 'FNR' }] }
  expect(handle(came({ ...melding, envelope: { ...melding.envelope, patient } }))).toMatchObject([
    { type: 'receipt', refusal: { errors: [{ code: 'X99' }] } }
  ])
})

const ready = hendelseOf({ meldingType: 'LOG_UTSKRIVNINGSKLAR', actor: hospital, counterpart: saksbehandling })

test('the municipality counts as notified when its positive receipt for utskrivningsklar is in, once', () => {
  const effects = handle(receiptFor(meldingFor(ready), '1'))
  expect(effects.find(({ type }) => type === 'say')).toMatchObject({ name: 'kommune-varslet', data: { hospital } })
  expect(handle(receiptFor(meldingFor(ready), '1'), savedState(effects))).toEqual([])
})

test('the positive receipt of a copy receiver notifies nobody', () => {
  const receipt = receiptFor(meldingFor(ready), '1')
  if (receipt.type !== 'receipt') return expect.fail('a receipt')
  return expect(handle({ ...receipt, appRec: { ...receipt.appRec, role: 'COP' } })).toEqual([])
})

test('a refusal notifies nobody', () => {
  expect(handle(receiptFor(meldingFor(ready), '2', 'E21'))).toMatchObject([{ type: 'say', name: 'melding-avvist' }])
})

test('a receipt that is missing after 96 hours is said', () => {
  const original = sentOf(meldingFor(ready))
  expect(handle({ type: 'overdue', original })).toMatchObject([{ type: 'say', name: 'kvittering-mangler' }])
})

test('what is said is named in the manifest', () => {
  const sent = meldingFor(hendelseOf({ meldingType: 'LOG_DOD' }))
  const effects = [
    ...handle(came(sent)),
    ...handle(receiptFor(sent, '2', 'E10')),
    ...handle({ type: 'overdue', original: sentOf(sent) }),
    ...handle(receiptFor(meldingFor(ready), '1'))
  ]
  const names = effects.flatMap((effect) => (effect.type === 'say' ? [effect.name] : []))
  expect(names.toSorted()).toEqual([...says])
})
