/** What a NATS server shows over HTTP: /varz of itself, /jsz of its streams and consumers; the part that is exported. */
import { z } from 'zod'

const Varz = z.object({
  server_name: z.string(),
  version: z.string(),
  mem: z.number(),
  connections: z.number(),
  slow_consumers: z.number(),
  in_msgs: z.number(),
  out_msgs: z.number(),
  in_bytes: z.number(),
  out_bytes: z.number()
})

const Consumer = z.object({
  name: z.string(),
  num_pending: z.number(),
  num_ack_pending: z.number(),
  num_redelivered: z.number()
})
const Stream = z.object({
  name: z.string(),
  config: z.object({ max_bytes: z.number() }),
  state: z.object({ messages: z.number(), bytes: z.number(), last_seq: z.number() }),
  /** Of a cluster only; without a leader its stream cannot be written. */
  cluster: z.object({ leader: z.string().optional() }).optional(),
  consumer_detail: z.array(Consumer).default([])
})
export type Stream = z.infer<typeof Stream>

const Jsz = z.object({
  storage: z.number(),
  config: z.object({ max_storage: z.number() }),
  meta_cluster: z.object({ leader: z.string().optional() }).optional(),
  account_details: z.array(z.object({ stream_detail: z.array(Stream).default([]) })).default([])
})

/** `figures` is undefined when it does not answer. */
export type Seen = {
  readonly server: string
  readonly figures?: { readonly varz: z.infer<typeof Varz>; readonly jsz: z.infer<typeof Jsz> }
}

const timeoutMs = 2_000

/** Never rejects: a server that is away is a figure too. Throws on an answer of another form, since that is no NATS server. */
export async function seeServer(url: string): Promise<Seen> {
  const server = new URL(url).host
  const answers = await Promise.all([
    get(`${url}/varz`),
    get(`${url}/jsz?streams=true&consumers=true&config=true`)
  ]).catch(() => undefined)
  return answers === undefined
    ? { server }
    : { server, figures: { varz: Varz.parse(answers[0]), jsz: Jsz.parse(answers[1]) } }
}

async function get(url: string): Promise<unknown> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}, expected 200`)
  return answer.json()
}
