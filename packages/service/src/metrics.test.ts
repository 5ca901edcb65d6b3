/** What Prometheus reads from a service. */
import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

test('a service says which it is, and how much memory it holds', async () => {
  const text = await createMetrics('epj', '1.2.3').text()
  expect(text).toContain('budstikka_build_info{service="epj",version="1.2.3"} 1')
  expect(text).toContain('process_resident_memory_bytes')
})

test('a counter with values from a callback shows what the callback says now', async () => {
  const metrics = createMetrics('meldingsteller')
  let sent = 3
  metrics.counter({
    name: 'meldinger_total',
    help: 'Meldinger counted.',
    labels: ['type'],
    collect: () => [{ labels: { type: 'ERM1' }, value: sent }]
  })
  await metrics.text()
  sent = 5
  expect(await metrics.text()).toContain('meldinger_total{type="ERM1"} 5\n')
})

test('text of its own stands after the rest, and the whole ends in a line feed', async () => {
  const metrics = createMetrics('meldingsteller')
  metrics.append(() => '# TYPE flow_total counter\nflow_total 7')
  expect(await metrics.text()).toMatch(/\nflow_total 7\n$/)
})

test('two services in one process keep their numbers apart', async () => {
  const epj = createMetrics('epj')
  epj.counter({ name: 'read_total', help: 'Meldinger read.' }).inc()
  expect(await createMetrics('pleie-omsorg').text()).not.toContain('read_total')
})

test('a counter that does not end in _total is refused', () => {
  const metrics = createMetrics('epj')
  expect(() => metrics.counter({ name: 'meldinger', help: 'Meldinger counted.' })).toThrow(/_total/)
})

test('a metric without help is refused', () => {
  expect(() => createMetrics('epj').gauge({ name: 'pending', help: '' })).toThrow(/sentence/)
})

test('a count leads to the trace of a melding in OpenMetrics, and is a plain count elsewhere', async () => {
  const metrics = createMetrics('epj')
  const count = metrics.traced({ name: 'verdicts_total', help: 'Verdicts.', labels: ['verdict'] })
  count({ verdict: 'accepted' }, '4bf92f3577b34da6a3ce929d0e0e4736')
  count({ verdict: 'accepted' }, undefined)
  expect(await metrics.text('openmetrics')).toMatch(
    /# HELP verdicts Verdicts\.\n# TYPE verdicts counter\nverdicts_total\{verdict="accepted"\} 2 # \{trace_id="4bf92f3577b34da6a3ce929d0e0e4736"\} 1 [\d.]+\n/
  )
  expect(await metrics.text()).toContain(
    '# HELP verdicts_total Verdicts.\n# TYPE verdicts_total counter\nverdicts_total{verdict="accepted"} 2\n'
  )
})

test('text of its own is in OpenMetrics as Prometheus wants it, and the end stands once', async () => {
  const metrics = createMetrics('meldingsteller')
  metrics.append(() => '# HELP flow_total Flow.\n# TYPE flow_total counter\nflow_total 7')
  expect(await metrics.text('openmetrics')).toMatch(/\n# HELP flow Flow\.\n# TYPE flow counter\nflow_total 7\n# EOF\n$/)
  expect(await metrics.text()).toMatch(/\n# HELP flow_total Flow\.\n# TYPE flow_total counter\nflow_total 7\n$/)
})
