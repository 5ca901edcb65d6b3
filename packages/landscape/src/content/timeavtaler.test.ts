/** What is written of an appointment agrees through a dialogue, whoever writes. */
import { encodeMelding, timeavtalerIn } from '@budstikka/meldinger'
import { officialJudge } from '@budstikka/meldinger/official'
import { afterAll, describe, expect, test } from 'vitest'
import type { Hendelse } from '../hendelse.ts'
import { innbyggerdialoger } from '../innbyggerdialoger.ts'
import { answerOwed } from './answer-owed.ts'
import { at, fastlege, hendelseOf, landscape, world } from './content.examples.ts'
import { meldingOf } from './melding-of-hendelse.ts'

const judge = officialJudge()
afterAll(() => judge[Symbol.dispose]())

const helsenorge = landscape.find('8658-4')[0]?.herId ?? expect.fail('Helsenorge in the landscape')
const type = 'DIALOG_INNBYGGER_TIMERESERVASJON'
const ask = (detail: string, changes: Partial<Hendelse> = {}) =>
  meldingOf(hendelseOf({ meldingType: type, actor: helsenorge, counterpart: fastlege, detail, ...changes }), world)
const party = (herId: string) => landscape.party(herId) ?? expect.fail('a party of the landscape')
const [gp, citizen] = [party(fastlege), party(helsenorge)]

/** The first of many questions that is answered by a code of list 7602. */
function answered(detail: string, code: string) {
  for (let number = 0; number < 40; number++) {
    const asked = ask(detail, { id: `${detail}-${number}` })
    const answer = answerOwed(asked, { from: gp, to: citizen, now: at, hasJournal: true })
    if (JSON.stringify(answer?.payload.content).includes(`"V":"${code}"`)) return { asked, answer }
  }
  return expect.fail(`${detail} answered by ${code}`)
}
const timesIn = (melding: ReturnType<typeof ask> | undefined) => timeavtalerIn(melding?.attachments ?? [])

test('a time that is taken is one of those that were offered an hour before', () => {
  const offered = timesIn(answered('HLT', '03').answer)
  const [time] = timesIn(ask('RT', { at: at + 3_600_000 }))
  expect(offered.map(({ uid }) => uid)).toContain(time?.uid)
  expect(offered.every(({ status, contact }) => status === 'TENTATIVE' && contact === fastlege)).toBe(true)
})

test('a reservation is confirmed under a name of its own, and is taken back by it', () => {
  const { asked, answer } = answered('RT', '05')
  const [wanted, confirmed] = [timesIn(asked)[0], timesIn(answer)[0]]
  expect(confirmed).toEqual({ ...wanted, relatedTo: expect.any(String) })
  const about = { first: 'h-RT', firstAt: at, at: at + 86_400_000 }
  expect(timesIn(ask('ART', about))).toEqual([confirmed])
})

test('a time that is moved is a later one of the same reservation', () => {
  const asked = ask('OET', { meldingType: 'DIALOG_INNBYGGER_TIMEONSKE' })
  const told = ask('07', { actor: fastlege, counterpart: helsenorge })
  const [before, after] = [timesIn(asked)[0], timesIn(told)[0]]
  expect(after?.relatedTo).toBe(before?.relatedTo)
  expect((after?.begins ?? '') > (before?.begins ?? '')).toBe(true)
})

test('what a GP tells unasked stands where a question would, and is not answered', () => {
  const told = ask('05', { actor: fastlege, counterpart: helsenorge })
  expect(told.payload.content).toMatchObject({
    Foresporsel: [{ TypeForesp: { V: '05', S: '2.16.578.1.12.4.1.1.7602' } }]
  })
  expect(answerOwed(told, { from: citizen, to: gp, now: at, hasJournal: true })).toBeUndefined()
})

test('who is not on the list has no access', () => {
  const answer = answerOwed(ask('RT'), { from: gp, to: citizen, now: at, hasJournal: false })
  expect(answer?.payload.content).toMatchObject({ Notat: [{ TemaKodet: { V: '30', DN: 'Ikke tilgang' } }] })
  expect(timesIn(answer)).toEqual(timesIn(ask('RT')))
})

describe.each(
  Object.entries(innbyggerdialoger).flatMap(([meldingType, { asks, version }]) =>
    Object.keys(asks).map((code) => ({ meldingType, code, version }))
  )
)('$meldingType $code', ({ meldingType, code, version }) => {
  test.skipIf(!judge.isThere)('is valid by the official schemas, and so is every answer to it', () => {
    const namespace = `http://www.kith.no/xmlstds/dialog/${version === '1.0' ? '2006-10-11' : '2013-01-23'}`
    for (let number = 0; number < 12; number++) {
      const asked = ask(code, { meldingType, id: `${code}-${number}` })
      const answer = answerOwed(asked, { from: gp, to: citizen, now: at, hasJournal: number > 0 })
      if (answer === undefined) return expect.fail('an answer')
      for (const melding of [asked, answer]) expect(judge.faultsIn(encodeMelding(melding), namespace)).toEqual([])
    }
  })
})
