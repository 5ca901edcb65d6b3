/** A real alert of ours reaches whom it is meant for, when it starts and when it ends. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { freePort } from '../prometheus/process.harness.ts'
import { hasPrometheus, startPrometheus } from '../prometheus/start-prometheus.harness.ts'
import { hasAlertmanager, startAlertmanager } from './start-alertmanager.harness.ts'

const waitMs = 40_000
const quickRules = () =>
  readFileSync(join(import.meta.dirname, '..', 'prometheus', 'rules', 'alerts.yml'), 'utf8').replaceAll(
    /for: \w+/g,
    'for: 1s'
  )

test.skipIf(!hasAlertmanager)('amtool reads the configuration', () => {
  const { status, stderr } = spawnSync('amtool', ['check-config', join(import.meta.dirname, 'alertmanager.yml')], {
    encoding: 'utf8'
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test.skipIf(!hasPrometheus || !hasAlertmanager)(
  'a service that is down is told of, and told of again when it is up',
  { timeout: 120_000 },
  async () => {
    const port = await freePort()
    await using alertmanager = await startAlertmanager()
    await using _prometheus = await startPrometheus({
      targets: [{ targets: [`127.0.0.1:${port}`], labels: { service: 'epj' } }],
      alertmanager: alertmanager.address,
      rules: quickRules()
    })
    const told = (status: string) => alertmanager.told().filter((alert) => alert.status === status)
    await vi.waitFor(() => expect(told('firing')).not.toEqual([]), waitMs)
    expect(told('firing')[0]).toEqual({
      status: 'firing',
      labels: {
        alertname: 'ServiceDown',
        job: 'budstikka',
        service: 'epj',
        instance: `127.0.0.1:${port}`,
        severity: 'page'
      },
      annotations: {
        summary: 'epj svarer ikke',
        description: `Prometheus når ikke 127.0.0.1:${port}.`,
        runbook_url: 'docs/runbooks/ServiceDown.md'
      }
    })
    expect(told('resolved')).toEqual([])
    const service = createServer((_request, response) =>
      response.setHeader('content-type', 'text/plain').end('')
    ).listen(port, '127.0.0.1')
    await once(service, 'listening')
    try {
      await vi.waitFor(() => expect(told('resolved')).not.toEqual([]), waitMs)
      expect(told('resolved')[0]?.labels).toMatchObject({ alertname: 'ServiceDown', service: 'epj' })
    } finally {
      service.closeAllConnections()
      service.close()
    }
  }
)
