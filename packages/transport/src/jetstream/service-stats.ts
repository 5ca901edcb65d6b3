/** What every NATS service on the exchange says of its own work ($SRV.STATS, ADR-32). */
import { connect } from '@nats-io/transport-node'
import { clientOptions, type ConnectionOptions } from './connect.ts'

export type EndpointStats = {
  readonly service: string
  readonly endpoint: string
  readonly requests: number
  readonly errors: number
  readonly processingSeconds: number
}
export type ServiceStats = AsyncDisposable & {
  /** One entry for each endpoint of each instance; those that do not answer in time are left out. */
  ask(): Promise<readonly EndpointStats[]>
}

/** Everybody on this machine or network has answered by then (our choice). */
const answerMs = 300
const nanoseconds = 1e9

/** Waits for the server for as long as it takes. */
export async function connectServiceStats(options: ConnectionOptions): Promise<ServiceStats> {
  const connection = await connect(clientOptions(options))
  return {
    async ask() {
      const answers = await connection.requestMany('$SRV.STATS', '', { strategy: 'timer', maxWait: answerMs })
      const all: EndpointStats[] = []
      for await (const answer of answers) all.push(...statsIn(answer.json<StatsResponse>()))
      return all
    },
    [Symbol.asyncDispose]: () => connection.close()
  }
}

/** io.nats.micro.v1.stats_response, the part that is shown. */
type StatsResponse = {
  readonly name: string
  readonly endpoints?: readonly {
    readonly name: string
    readonly num_requests: number
    readonly num_errors: number
    readonly processing_time: number
  }[]
}

const statsIn = ({ name, endpoints = [] }: StatsResponse): readonly EndpointStats[] =>
  endpoints.map((endpoint) => ({
    service: name,
    endpoint: endpoint.name,
    requests: endpoint.num_requests,
    errors: endpoint.num_errors,
    processingSeconds: endpoint.processing_time / nanoseconds
  }))
