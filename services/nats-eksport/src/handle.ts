/** What Prometheus is shown of NATS, made from what its servers and services say. Pure. */
import { counterOf, type Family, gaugeOf, type Sample } from '@budstikka/service'
import type { EndpointStats } from '@budstikka/transport'
import type { Seen, Stream } from './monitor.ts'

export function* familiesOf(servers: readonly Seen[], services: readonly EndpointStats[]): Generator<Family> {
  yield* serverFamilies(servers)
  yield* jetStreamFamilies(servers)
  const streams = servers.flatMap(({ server, figures }) =>
    (figures?.jsz.account_details ?? []).flatMap(({ stream_detail }) =>
      stream_detail.map((stream) => ({ labels: { server, stream: stream.name }, stream }))
    )
  )
  yield* streamFamilies(streams)
  yield* serviceFamilies(services)
}

function* serverFamilies(servers: readonly Seen[]): Generator<Family> {
  const of = ofEachServer(servers)
  yield gaugeOf(
    'nats_server_up',
    'Whether the server answers.',
    servers.map(({ server, figures }) => ({ labels: { server }, value: figures ? 1 : 0 }))
  )
  yield gaugeOf(
    'nats_server_info',
    'Always 1; the labels say the name and version of the server.',
    servers.flatMap(({ server, figures }) =>
      figures
        ? [{ labels: { server, server_name: figures.varz.server_name, version: figures.varz.version }, value: 1 }]
        : []
    )
  )
  yield gaugeOf(
    'nats_server_memory_bytes',
    'Memory of the server.',
    of(({ varz }) => varz.mem)
  )
  yield gaugeOf(
    'nats_server_connections',
    'Clients that are connected.',
    of(({ varz }) => varz.connections)
  )
  yield counterOf(
    'nats_server_slow_consumers_total',
    'Clients cut off since they read too slowly.',
    of(({ varz }) => varz.slow_consumers)
  )
  yield counterOf(
    'nats_server_received_messages_total',
    'Messages received.',
    of(({ varz }) => varz.in_msgs)
  )
  yield counterOf(
    'nats_server_sent_messages_total',
    'Messages sent.',
    of(({ varz }) => varz.out_msgs)
  )
  yield counterOf(
    'nats_server_received_bytes_total',
    'Bytes received.',
    of(({ varz }) => varz.in_bytes)
  )
  yield counterOf(
    'nats_server_sent_bytes_total',
    'Bytes sent.',
    of(({ varz }) => varz.out_bytes)
  )
}

function* jetStreamFamilies(servers: readonly Seen[]): Generator<Family> {
  const of = ofEachServer(servers)
  yield gaugeOf(
    'nats_jetstream_storage_bytes',
    'Bytes of all streams on disk.',
    of(({ jsz }) => jsz.storage)
  )
  yield gaugeOf(
    'nats_jetstream_storage_bytes_max',
    'Bytes that all streams may have on disk.',
    of(({ jsz }) => jsz.config.max_storage)
  )
  yield gaugeOf(
    'nats_jetstream_leader_known',
    'Whether the cluster and each of its streams has a leader, without which nothing is stored; a single server leads itself.',
    of(({ jsz }) => {
      const clusters = [
        jsz.meta_cluster,
        ...jsz.account_details.flatMap((one) => one.stream_detail.map((stream) => stream.cluster))
      ]
      return clusters.every((cluster) => cluster === undefined || (cluster.leader ?? '') !== '') ? 1 : 0
    })
  )
}

type Figures = NonNullable<Seen['figures']>
/** Of those that answer. */
const ofEachServer =
  (servers: readonly Seen[]) =>
  (valueOf: (figures: Figures) => number): Sample[] =>
    servers.flatMap(({ server, figures }) => (figures ? [{ labels: { server }, value: valueOf(figures) }] : []))

type SeenStream = { readonly labels: Readonly<Record<string, string>>; readonly stream: Stream }

function* streamFamilies(streams: readonly SeenStream[]): Generator<Family> {
  const of = (valueOf: (stream: Stream) => number): Sample[] =>
    streams.map(({ labels, stream }) => ({ labels, value: valueOf(stream) }))
  yield gaugeOf(
    'nats_stream_messages',
    'Messages that stand in the stream.',
    of(({ state }) => state.messages)
  )
  yield gaugeOf(
    'nats_stream_bytes',
    'Bytes that stand in the stream.',
    of(({ state }) => state.bytes)
  )
  yield gaugeOf(
    'nats_stream_bytes_max',
    'Bytes that the stream may hold; then publishers wait. Absent without a limit.',
    streams.flatMap(({ labels, stream: { config } }) =>
      config.max_bytes > 0 ? [{ labels, value: config.max_bytes }] : []
    )
  )
  yield counterOf(
    'nats_stream_stored_messages_total',
    'Messages ever stored in the stream.',
    of(({ state }) => state.last_seq)
  )

  type Consumer = Stream['consumer_detail'][number]
  const ofEach = (valueOf: (consumer: Consumer) => number): Sample[] =>
    streams.flatMap(({ labels, stream }) =>
      stream.consumer_detail.map((consumer) => ({
        labels: { ...labels, consumer: consumer.name },
        value: valueOf(consumer)
      }))
    )
  yield gaugeOf(
    'nats_consumer_pending_messages',
    'Messages that wait to be delivered.',
    ofEach((one) => one.num_pending)
  )
  yield gaugeOf(
    'nats_consumer_unsettled_messages',
    'Messages delivered and not yet settled.',
    ofEach((one) => one.num_ack_pending)
  )
  yield gaugeOf(
    'nats_consumer_redelivered_messages',
    'Unsettled messages that were delivered more than once.',
    ofEach((one) => one.num_redelivered)
  )
}

/** Instances of a service are added up. */
function* serviceFamilies(services: readonly EndpointStats[]): Generator<Family> {
  const of = (valueOf: (endpoint: EndpointStats) => number): Sample[] => {
    const sums = new Map<string, { labels: Record<string, string>; value: number }>()
    for (const endpoint of services) {
      const key = `${endpoint.service}.${endpoint.endpoint}`
      const sum = sums.get(key) ?? { labels: { service: endpoint.service, endpoint: endpoint.endpoint }, value: 0 }
      sums.set(key, { ...sum, value: sum.value + valueOf(endpoint) })
    }
    return [...sums.values()]
  }
  yield counterOf(
    'nats_service_requests_total',
    'Questions that a service has answered.',
    of(({ requests }) => requests)
  )
  yield counterOf(
    'nats_service_errors_total',
    'Questions that a service failed to answer.',
    of(({ errors }) => errors)
  )
  yield counterOf(
    'nats_service_processing_seconds_total',
    'Time spent on questions.',
    of(({ processingSeconds }) => processingSeconds)
  )
}
