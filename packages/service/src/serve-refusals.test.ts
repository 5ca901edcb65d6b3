/** What a receiver may refuse by the standard, and does: T01 behind a whole head, and E21 where it has chosen so. */
import type { JudgeOptions } from '@budstikka/meldinger'
import { expect, it } from 'vitest'
import { exampleRegister } from './serve.examples.ts'
import { everythingOn, exampleWorld, happening, until } from './serve.harness.ts'

/** Sends a good melding, then one made of it twice, then another good one; what the receiver answered and took over. */
async function outcomeOf(
  change: (melding: { subject: string; text: string }) => { subject: string; text: string },
  judging: JudgeOptions = {}
) {
  const w = exampleWorld(exampleRegister(), judging)
  await w.bus.publish([happening('1', [{ id: 'a' }])])
  await until(() => w.receipts().length === 1)
  const [original] = await everythingOn(w.bus, 'MELDINGER')
  const text = Buffer.from(original?.body ?? Buffer.of())
    .toString()
    .replace(/<MsgId>./, '<MsgId>f')
  const changed = change({ subject: original?.subject ?? '', text })
  const body = Buffer.from(changed.text)
  for (const id of ['one', 'again']) await w.bus.publish([{ subject: changed.subject, id, headers: {}, body }])
  await w.bus.publish([happening('2', [{ id: 'b' }])])
  await until(() => w.receipts().length === 2)
  const outcome = { codes: await w.errorCodes(), dead: await w.deadReasons(), taken: w.stateOf('taker').taken }
  await w.stop()
  return outcome
}

const toUnknown = ({ subject, text }: { subject: string; text: string }) => ({
  subject: subject.replace('.2002.', '.2999.'),
  text: text.replaceAll('>2002<', '>2999<')
})

it('a melding that is broken behind its head is answered T01, once', async () => {
  const broken = await outcomeOf(({ subject, text }) => ({ subject, text: text.slice(0, -20) }))
  expect(broken).toEqual({ codes: ['8221:T01'], dead: [], taken: 2 })
})

it('a melding with a broken head is dead, since nobody can be answered', async () => {
  const broken = await outcomeOf(({ subject, text }) => ({ subject, text: text.replace('</Sender>', '') }))
  expect(broken).toMatchObject({ codes: [], taken: 2, dead: expect.arrayContaining(['transport:not-well-formed-xml']) })
})

it('a melding to a party that is not in the register is taken over, as the standard lets the receiver choose', async () => {
  expect(await outcomeOf(toUnknown)).toEqual({ codes: [], dead: [], taken: 3 })
})

it('where the receiver has chosen so, it is answered E21', async () => {
  expect(await outcomeOf(toUnknown, { refusesUnknownService: true })).toEqual({
    codes: ['8221:E21'],
    dead: [],
    taken: 2
  })
})
