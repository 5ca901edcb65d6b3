/** What every exchange promises, told once and kept by all of them. */
import { expect, it } from 'vitest'
import type { Batch, Bus, OutMessage, StreamName } from './bus.ts'
import { NoAnswerError } from './errors.ts'
import { trimSettled } from './trim-settled.ts'

/** A fresh exchange for one test. */
export type World = AsyncDisposable & { connect(name: string): Promise<Bus> }

export const message = (subject: string, id: string, body = id, headers: Record<string, string> = {}): OutMessage => ({
  subject,
  id,
  headers,
  body: new TextEncoder().encode(body)
})
export const ids = (batch: Batch | undefined) => (batch?.messages ?? []).map(({ id }) => id)
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** Reads until so many messages have come, settling each batch unless told otherwise. */
export async function take(
  bus: Bus,
  durable: string,
  count: number,
  subjects: string[],
  settles = true
): Promise<string[]> {
  const stop = new AbortController()
  const taken: string[] = []
  const stream = streamBySubject[subjects[0]?.split('.')[0] ?? ''] ?? 'MELDINGER'
  for await (const batch of bus.consume({ stream, durable, subjects }, stop.signal)) {
    taken.push(...ids(batch))
    if (settles) await batch.settle()
    if (taken.length >= count) break
  }
  stop.abort()
  return taken
}

const streamBySubject: Readonly<Record<string, StreamName>> = { melding: 'MELDINGER', event: 'EVENTS', dead: 'DEAD' }

export function busContract(open: () => Promise<World>): void {
  const inWorld = (name: string, test: (bus: Bus, world: World) => Promise<void>) =>
    it(name, async () => {
      await using world = await open()
      await using bus = await world.connect('one')
      await test(bus, world)
    })

  inWorld('a published message comes to the durable with its subject, id, headers and body', async (bus) => {
    await bus.publish([message('melding.person.1.2.DIALOG.00', 'a', '<xml/>', { MsgId: 'm1' })])
    const stop = new AbortController()
    const options = { stream: 'MELDINGER', durable: 'd', subjects: ['melding.person.>'] } as const
    for await (const { messages } of bus.consume(options, stop.signal)) {
      const [first] = messages
      expect(first?.subject).toBe('melding.person.1.2.DIALOG.00')
      expect([first?.id, first?.header('MsgId'), first?.header('other')]).toEqual(['a', 'm1', undefined])
      expect(text(first?.body)).toBe('<xml/>')
      expect([first?.position, first?.attempt]).toEqual([1, 1])
      break
    }
  })

  inWorld('many messages come in the order in which they were published, each once', async (bus) => {
    const wanted = Array.from({ length: 2_000 }, (_, index) => `m${index}`)
    await bus.publish(wanted.map((id) => message('melding.person.1.2.DIALOG.00', id)))
    expect(await take(bus, 'd', wanted.length, ['melding.>'])).toEqual(wanted)
  })

  inWorld('a durable hears only the subjects that it asked for', async (bus) => {
    await bus.publish([message('melding.person.1.2.A.00', 'a'), message('melding.8663-KP02.1.2.B.00', 'b')])
    await bus.publish([message('melding.8658-1.1.2.C.00', 'c'), message('event.x.y', 'e')])
    expect(await take(bus, 'd', 2, ['melding.person.>', 'melding.8658-1.>'])).toEqual(['a', 'c'])
  })

  inWorld('a durable goes on behind what it settled', async (bus, world) => {
    await bus.publish([message('melding.a', '1')])
    expect(await take(bus, 'd', 1, ['melding.>'])).toEqual(['1'])
    await bus.publish([message('melding.a', '2')])
    await using later = await world.connect('two')
    expect(await take(later, 'd', 1, ['melding.>'])).toEqual(['2'])
  })

  inWorld('what was not settled comes again, before everything newer', async (bus, world) => {
    await bus.publish(['1', '2', '3'].map((id) => message('melding.a', id)))
    await using killed = await world.connect('killed')
    expect(await take(killed, 'd', 3, ['melding.>'], false)).toEqual(['1', '2', '3'])
    await killed[Symbol.asyncDispose]()
    await bus.publish([message('melding.a', '4')])
    expect(await take(bus, 'd', 4, ['melding.>'])).toEqual(['1', '2', '3', '4'])
  })

  inWorld('a reader of headers alone gets no body', async (bus) => {
    await bus.publish([message('melding.a', '1', 'long', { MsgId: 'm' })])
    const options = { stream: 'MELDINGER', durable: 'd', subjects: ['melding.>'], headersOnly: true } as const
    for await (const { messages } of bus.consume(options, new AbortController().signal)) {
      expect([messages[0]?.body.length, messages[0]?.header('MsgId')]).toEqual([0, 'm'])
      break
    }
  })

  inWorld('a tail reads from any position, and settles nothing', async (bus) => {
    await bus.publish(['1', '2', '3'].map((id) => message('event.x.y', id)))
    const seen: string[] = []
    for await (const { id } of bus.tail('EVENTS', ['event.>'], 2, new AbortController().signal)) {
      seen.push(id)
      if (seen.length === 2) break
    }
    expect(seen).toEqual(['2', '3'])
    expect(await bus.trimSettled('EVENTS')).toBe(0)
  })

  inWorld('waiting for messages ends when the signal is aborted', async (bus) => {
    const stop = new AbortController()
    const reading = (async () => {
      for await (const _ of bus.consume({ stream: 'DEAD', durable: 'd', subjects: ['dead.>'] }, stop.signal)) break
    })()
    stop.abort()
    await reading
  })

  inWorld('what all durables have settled is trimmed, and nothing else', async (bus) => {
    await bus.publish(['1', '2', '3'].map((id) => message('melding.a', id)))
    await take(bus, 'quick', 3, ['melding.>'])
    await take(bus, 'slow', 1, ['melding.>'], false)
    expect(await bus.trimSettled('MELDINGER')).toBe(0)
    await take(bus, 'slow', 3, ['melding.>'])
    await expect.poll(() => bus.trimSettled('MELDINGER')).toBe(3)
  })

  inWorld('a durable that hears nothing of what stands does not keep it from being trimmed', async (bus) => {
    const stop = new AbortController()
    const idle = bus.consume({ stream: 'MELDINGER', durable: 'idle', subjects: ['melding.b.>'] }, stop.signal)
    const waiting = idle[Symbol.asyncIterator]().next()
    await bus.publish([message('melding.a', '1')])
    await take(bus, 'busy', 1, ['melding.>'])
    await expect.poll(() => bus.trimSettled('MELDINGER')).toBe(1)
    stop.abort()
    expect((await waiting).done).toBe(true)
  })

  inWorld('nothing is trimmed before every expected durable is there', async (bus) => {
    await bus.publish([message('event.a', '1')])
    await take(bus, 'early', 1, ['event.>'])
    expect(await trimSettled(bus, 'EVENTS', ['early', 'late'])).toEqual(['late'])
    await take(bus, 'late', 1, ['event.>'])
    await expect
      .poll(async () => [await trimSettled(bus, 'EVENTS', ['early', 'late']), (await bus.standing('EVENTS')).messages])
      .toEqual([[], 0])
  })

  inWorld('one message is removed for good, and the others stay', async (bus) => {
    await bus.publish(['1', '2', '3'].map((id) => message('dead.a', id)))
    expect([await bus.remove('DEAD', 2), await bus.remove('DEAD', 2), await bus.remove('DEAD', 99)]).toEqual([
      true,
      false,
      false
    ])
    expect(await take(bus, 'd', 2, ['dead.>'])).toEqual(['1', '3'])
    expect(await bus.remove('DEAD', 1)).toBe(true)
    expect(await bus.standing('DEAD')).toMatchObject({ messages: 1, first: 3 })
  })

  inWorld('a message says when it was stored', async (bus) => {
    const before = Date.now()
    await bus.publish([message('dead.a', '1')])
    for await (const { storedAt } of bus.tail('DEAD', ['dead.>'], 1, new AbortController().signal)) {
      // The clock of the server and ours are the same to a second.
      expect(Math.abs(storedAt - before)).toBeLessThan(5_000)
      break
    }
  })

  inWorld('a subject with a wildcard is refused before it leaves', async (bus) => {
    await expect(bus.publish([message('melding.>', '1')])).rejects.toThrow('a subject is tokens')
  })

  inWorld('a service answers questions, and tells what it is', async (bus, world) => {
    await using asker = await world.connect('asker')
    const endpoint = {
      name: 'hent',
      subject: 'oppslag.8658-1.*.*.ERM',
      answer: ({ body }: { body: Uint8Array }) => new TextEncoder().encode(`svar på ${text(body)}`)
    }
    await bus.serve({ name: 'e-resept', version: '1.0.0', description: 'Reseptformidleren' }, [endpoint])
    const answer = await asker.ask('oppslag.8658-1.1.2.ERM', new TextEncoder().encode('liste'), 2_000)
    expect(text(answer)).toBe('svar på liste')
    const info: unknown = JSON.parse(text(await asker.ask('$SRV.INFO.e-resept', new Uint8Array(), 2_000)))
    expect(info).toMatchObject({ name: 'e-resept', version: '1.0.0', endpoints: [{ name: 'hent' }] })
  })

  inWorld('a question that nobody answers throws NoAnswerError', async (bus) => {
    await expect(bus.ask('oppslag.none.1.2.X', new Uint8Array(), 300)).rejects.toBeInstanceOf(NoAnswerError)
  })

  inWorld('an answer that fails does not tell why', async (bus) => {
    const answer = () => Promise.reject(new Error('secret'))
    await bus.serve({ name: 's', version: '1.0.0', description: '' }, [{ name: 'e', subject: 'oppslag.s', answer }])
    await expect(bus.ask('oppslag.s', new Uint8Array(), 2_000)).rejects.toThrow(/not answered: failed$/)
  })
}
