/** Which messages are traced, by which ids, and what a collector is told. */
import { expect, test } from 'vitest'
import { startOtlpReceiver } from './otlp-receiver.harness.ts'
import { childTraceparent, isSampled, newTraceparent, startTracing } from './tracing.ts'

const message = {
  template: 'melding.{tjeneste}.{to}.{from}.{type}.{part}',
  subject: 'melding.8663-KP02.2.1.LOG_INNLAGT.07',
  id: 'a.1.2.0'
}
test('a traceparent is 55 characters and follows from the message id alone', () => {
  expect(newTraceparent('a', 1)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
  expect(newTraceparent('a', 0.5)).toBe(newTraceparent('a', 0.5))
})

test('about one in a hundred is sampled', () => {
  const sampled = Array.from({ length: 20_000 }, (_, id) => newTraceparent(`message ${id}`, 0.01)).filter(isSampled)
  expect(sampled.length).toBeGreaterThan(140)
  expect(sampled.length).toBeLessThan(260)
})

test('an answer stands in the same trace with a span of its own', () => {
  const parent = newTraceparent('a', 1)
  const child = childTraceparent(parent, 'b')
  expect([child.slice(0, 36), child.slice(-3), child.length]).toEqual([parent.slice(0, 36), '-01', 55])
  expect(child).not.toBe(parent)
})

test('a message without a traceparent is not sampled', () => {
  expect(isSampled(undefined)).toBe(false)
})

test('without a collector nothing is traced', async () => {
  await using tracing = await startTracing('epj', {})
  expect(tracing.publish(newTraceparent('a', 1), message)).toBeUndefined()
})

test('a collector sees the publishing by its own ids, the processing below it, and nothing unsampled', async () => {
  await using receiver = await startOtlpReceiver()
  const traceparent = newTraceparent('a', 1)
  {
    await using tracing = await startTracing('epj', { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url })
    tracing.publish(traceparent, message)?.end()
    tracing.process(traceparent, message)?.end('refused')
    expect(tracing.publish(newTraceparent('a', 0), message)).toBeUndefined()
  }
  const { spans } = receiver
  const [, traceId, spanId] = traceparent.split('-')
  expect(spans[0]).toMatchObject({ traceId, spanId, parentSpanId: undefined, name: `publish ${message.template}` })
  expect(spans[1]).toMatchObject({ traceId, parentSpanId: spanId, name: `process ${message.template}` })
  expect(spans).toHaveLength(2)
})
