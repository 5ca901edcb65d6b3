/** What Prometheus is shown of NATS. */
import { exposition } from '@budstikka/service'
import { expect, test } from 'vitest'
import { familiesOf } from './handle.ts'
import type { Seen } from './monitor.ts'

const varz = {
  server_name: 'n1',
  version: '2.15.1',
  mem: 16_000_000,
  connections: 5,
  slow_consumers: 0,
  in_msgs: 10,
  out_msgs: 20,
  in_bytes: 1_000,
  out_bytes: 2_000
}
const consumer = { name: 'epj', num_pending: 7, num_ack_pending: 2, num_redelivered: 1 }
const stream = {
  name: 'MELDINGER',
  config: { max_bytes: 1_000 },
  state: { messages: 3, bytes: 300, last_seq: 9 },
  consumer_detail: [consumer]
}
const jsz = { storage: 300, config: { max_storage: 5_000 }, account_details: [{ stream_detail: [stream] }] }
const alone: Seen = { server: 'nats:8222', figures: { varz, jsz } }

const linesOf = (...seen: Parameters<typeof familiesOf>) => exposition(familiesOf(...seen)).split('\n')
const clusterOf = (leader?: string): Seen => ({
  server: 'nats:8222',
  figures: { varz, jsz: { ...jsz, meta_cluster: leader === undefined ? {} : { leader } } }
})

test('a stream is shown with its limit, and a consumer with what waits for it', () => {
  expect(linesOf([alone], [])).toEqual(
    expect.arrayContaining([
      'nats_server_up{server="nats:8222"} 1',
      'nats_stream_bytes{server="nats:8222",stream="MELDINGER"} 300',
      'nats_stream_bytes_max{server="nats:8222",stream="MELDINGER"} 1000',
      'nats_consumer_pending_messages{server="nats:8222",stream="MELDINGER",consumer="epj"} 7',
      'nats_consumer_unsettled_messages{server="nats:8222",stream="MELDINGER",consumer="epj"} 2'
    ])
  )
})

test('a server that does not answer is shown as down, and nothing else is said of it', () => {
  expect(linesOf([{ server: 'nats:8222' }], []).filter((line) => line.startsWith('nats'))).toEqual([
    'nats_server_up{server="nats:8222"} 0'
  ])
})

test.each([
  ['a server alone leads itself', alone, 1],
  ['a cluster with a leader is led', clusterOf('n2'), 1],
  ['a cluster whose leader is gone is not', clusterOf(), 0]
])('%s', (_what, seen, value) => {
  expect(linesOf([seen], [])).toContain(`nats_jetstream_leader_known{server="nats:8222"} ${value}`)
})

test('a stream without a leader cannot be written, whoever leads the cluster', () => {
  const leaderless = { ...jsz, account_details: [{ stream_detail: [{ ...stream, cluster: {} }] }] }
  const lines = linesOf(
    [{ server: 'a', figures: { varz, jsz: { ...leaderless, meta_cluster: { leader: 'n2' } } } }],
    []
  )
  expect(lines).toContain('nats_jetstream_leader_known{server="a"} 0')
})

test('what the instances of a service have answered is added up', () => {
  const boker = { service: 'meldingsteller', endpoint: 'boker', requests: 2, errors: 1, processingSeconds: 0.5 }
  expect(linesOf([], [boker, boker])).toEqual(
    expect.arrayContaining([
      'nats_service_requests_total{service="meldingsteller",endpoint="boker"} 4',
      'nats_service_errors_total{service="meldingsteller",endpoint="boker"} 2',
      'nats_service_processing_seconds_total{service="meldingsteller",endpoint="boker"} 1'
    ])
  )
})
