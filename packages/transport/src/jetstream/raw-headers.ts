/** Writes headers as the wire has them, past the client's own map of headers. */
import type { MsgHdrs } from '@nats-io/transport-node'

/** The block of headers, with the id as Nats-Msg-Id when there is one. */
export const encodeHeaders = (id: string, headers: Readonly<Record<string, string>>): Uint8Array =>
  Buffer.from(`NATS/1.0\r\n${headerLines(id, headers, '\r\n')}\r\n`)

/** `name: value` of each, the id as Nats-Msg-Id first, with `end` behind each. */
export function headerLines(id: string, headers: Readonly<Record<string, string>>, end: string): string {
  let text = id === '' ? '' : `Nats-Msg-Id: ${id}${end}`
  for (const name in headers) text += `${name}: ${headers[name]}${end}`
  return text
}

/** The client asks headers for nothing but encode(); building its own map costs several microseconds a message. */
export function rawHeaders(block: Uint8Array): MsgHdrs {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rim: the client's type is wider than its use
  return { encode: () => block } as unknown as MsgHdrs
}
