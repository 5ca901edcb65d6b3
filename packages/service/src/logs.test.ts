/** What a log line says, and when none is written. */
import { expect, test } from 'vitest'
import { createLog } from './logs.ts'
import type { Verdict } from './verdict.ts'

const dead: Verdict = {
  subject: 'melding.8663-KP02.1000002.1000001.LOG_INNLAGT.07',
  id: 'a.1000001.1000002.0',
  attempt: 5,
  verdict: 'dead',
  reason: 'unreadable'
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'

function written(level: string, verdict: Verdict): unknown[] {
  const lines: string[] = []
  createLog({ service: 'epj', level, to: { write: (line) => lines.push(line) } }).verdict(verdict, traceId)
  return lines.map((line) => ({ ...JSON.parse(line), time: undefined }))
}

test('a verdict is one line with exactly what tells it apart', () => {
  const line = { level: 'error', service: 'epj', msg: 'dead', trace_id: traceId, ...dead, time: undefined }
  expect(written('info', dead)).toEqual([line])
})

test('a million good meldinger write no line at info', () => {
  expect(written('info', { ...dead, verdict: 'accepted' })).toEqual([])
})

test('a good melding is seen at debug', () => {
  expect(written('debug', { ...dead, verdict: 'accepted' })).toHaveLength(1)
})

test('what else an object carries never reaches the log', () => {
  const carrying = { ...dead, body: '<MsgHead/>' }
  expect(JSON.stringify(written('info', carrying))).not.toContain('MsgHead')
})
