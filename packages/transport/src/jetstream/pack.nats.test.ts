/** Meldinger that leave together travel in one message and come as if each had travelled alone. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { take } from '../bus.contract.ts'
import type { Bus, InMessage, OutMessage } from '../bus.ts'
import { startNats } from '../server/start-nats.harness.ts'
import { connectJetStream } from './connect.ts'

const inWorld = (name: string, test: (bus: Bus) => Promise<void>) =>
  it(name, async () => {
    await using nats = await startNats()
    await using bus = await connectJetStream({ servers: nats.url, name: 'packs', profile: 'bulk', packMax: 64 })
    await test(bus)
  })

const melding = (number: number, tjeneste: string, body = '<xml/>'): OutMessage => ({
  subject: `melding.${tjeneste}.${100 + number}.2.DIALOG.0${number % 4}`,
  id: `m${number}`,
  headers: { MsgId: `id ${number}`, refToParent: 'æ' },
  body: new TextEncoder().encode(body)
})

let readers = 0

async function read(bus: Bus, subjects: readonly string[], count: number, headersOnly = false): Promise<InMessage[]> {
  const messages: InMessage[] = []
  const durable = `reader-${++readers}`
  const options = { stream: 'MELDINGER', durable, subjects, headersOnly } as const
  for await (const batch of bus.consume(options, new AbortController().signal)) {
    messages.push(...batch.messages)
    await batch.settle()
    if (messages.length >= count) return messages
  }
  return messages
}

const shown = ({ subject, id, body }: { subject: string; id: string; body: Uint8Array }) => [
  subject,
  id,
  Buffer.from(body).toString()
]

inWorld('each comes with its own subject, id, headers and body', async (bus) => {
  const sent = Array.from({ length: 100 }, (_, number) => melding(number, '8663-KP02', `<m n="${number}"/>`))
  await bus.publish(sent)
  const came = await read(bus, ['melding.8663-KP02.>'], 100)
  expect(came.map(shown)).toEqual(sent.map(shown))
  expect(came.map((each) => [each.header('MsgId'), each.header('refToParent'), each.header('none')])).toEqual(
    sent.map(({ headers }) => [headers['MsgId'], 'æ', undefined])
  )
  expect((await bus.standing('MELDINGER')).messages).toBe(2)
})

inWorld('one that leaves alone travels as it is', async (bus) => {
  await bus.publish([melding(1, '8663-KP02'), melding(2, '8668-S02')])
  expect((await bus.standing('MELDINGER')).messages).toBe(2)
})

inWorld('a reader gets what it asked for and nothing else, by tjeneste, by party and by partition', async (bus) => {
  const tjenester = ['8663-KP02', '8663-KP01', 'person']
  await bus.publish(Array.from({ length: 12 }, (_, number) => melding(number, tjenester[number % 3] ?? '')))
  const idsOf = async (subject: string, count: number) => (await read(bus, [subject], count)).map(({ id }) => id)
  expect(await idsOf('melding.8663-KP01.>', 4)).toEqual(['m1', 'm4', 'm7', 'm10'])
  expect(await idsOf('melding.*.105.>', 1)).toEqual(['m5'])
  expect(await idsOf('melding.person.*.*.*.01', 1)).toEqual(['m5'])
  const subjects = ['melding.8663-KP02.999.>', 'melding.*.*.2.DIALOG.03']
  for await (const { id } of bus.tail('MELDINGER', subjects, 1, new AbortController().signal)) {
    expect(id).toBe('m3')
    break
  }
})

inWorld('a reader of headers alone gets each of them', async (bus) => {
  await bus.publish([1, 2, 3].map((number) => melding(number, '8663-KP02')))
  const came = await read(bus, ['melding.>'], 3, true)
  expect(came.map(({ id, body }) => [id, body.length])).toEqual([1, 2, 3].map((number) => [`m${number}`, 0]))
})

inWorld('a pack that was not settled comes again whole', async (bus) => {
  await bus.publish([1, 2, 3].map((number) => melding(number, '8663-KP02')))
  await take(bus, 'd', 3, ['melding.8663-KP02.>'], false)
  expect(await take(bus, 'd', 3, ['melding.8663-KP02.>'])).toEqual(['m1', 'm2', 'm3'])
})

inWorld('what says that it is a pack and is none comes as it is', async (bus) => {
  await bus.publish([{ ...melding(1, 'pakke'), subject: 'melding.pakke.8663.3' }])
  expect((await read(bus, ['melding.8663-KP02.>'], 1)).map(({ subject }) => subject)).toEqual(['melding.pakke.8663.3'])
})

inWorld('whatever the sizes, all of a tjeneste come in order', async (bus) => {
  const tjeneste = fc.constantFrom('8663-KP02', '8668-S02', 'person')
  const size = fc.oneof(fc.nat(2_000), fc.constantFrom(100_000, 600_000))
  let [first, run] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(tjeneste, size), { minLength: 1, maxLength: 200 }), async (drawn) => {
      // The server drops an id that it has just seen.
      const number = 1_000 * ++run
      const sent = drawn.map(([to, bytes], at) => melding(number + at, to, 'x'.repeat(bytes)))
      await bus.publish(sent)
      const { messages } = await bus.standing('MELDINGER')
      const came: InMessage[] = []
      const tail = bus.tail('MELDINGER', ['melding.>'], first + 1, new AbortController().signal)
      for await (const message of tail) if (came.push(message) === sent.length) break
      first += messages - first
      for (const name of ['8663-KP02', '8668-S02', 'person'])
        expect(came.filter(isTo(name)).map(shown)).toEqual(sent.filter(isTo(name)).map(shown))
    }),
    { numRuns: 20 }
  )
})

const isTo =
  (tjeneste: string) =>
  ({ subject }: { subject: string }) =>
    subject.startsWith(`melding.${tjeneste}.`)
