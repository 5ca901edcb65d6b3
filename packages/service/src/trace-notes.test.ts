/** Which trace a message is in, until its verdict. */
import { expect, test } from 'vitest'
import { noteTraces } from './trace-notes.ts'
import { isSampled, newTraceparent, type Tracing } from './tracing.ts'

const on: Tracing = {
  isOn: true,
  publish: () => undefined,
  process: (traceparent) => (isSampled(traceparent) ? { end: () => undefined } : undefined),
  async [Symbol.asyncDispose]() {}
}
const message = (id: string) => ({ template: 'melding', subject: 'melding.a', id })

test('a sampled message is in its trace, and only until its verdict', () => {
  const traceparent = newTraceparent('a', 1)
  const notes = noteTraces(on)
  notes.tracing.process(traceparent, message('a'))
  expect([notes.take('a'), notes.take('a')]).toEqual([traceparent.slice(3, 35), undefined])
})

test('a message that is not sampled is in no trace', () => {
  const notes = noteTraces(on)
  notes.tracing.process(newTraceparent('a', 0), message('a'))
  expect(notes.take('a')).toBeUndefined()
})

test('messages without a verdict are forgotten, the oldest first', () => {
  const notes = noteTraces(on)
  for (let id = 0; id <= 10_000; id++) notes.tracing.process(newTraceparent(String(id), 1), message(String(id)))
  expect([notes.take('0'), notes.take('1')]).toEqual([undefined, newTraceparent('1', 1).slice(3, 35)])
})
