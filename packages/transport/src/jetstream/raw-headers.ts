/** Writes headers as the wire has them, past the client's own map of headers. */
import type { MsgHdrs } from '@nats-io/transport-node'

/** The block of headers, with the id as Nats-Msg-Id when there is one. */
export function encodeHeaders(id: string, headers: Readonly<Record<string, string>>): Uint8Array {
  let text = id === '' ? 'NATS/1.0\r\n' : `NATS/1.0\r\nNats-Msg-Id: ${id}\r\n`
  for (const name in headers) text += `${name}: ${headers[name]}\r\n`
  return Buffer.from(`${text}\r\n`)
}

/** The client asks headers for nothing but encode(); building its own map costs several microseconds a message. */
export function rawHeaders(block: Uint8Array): MsgHdrs {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rim: the client's type is wider than its use
  return { encode: () => block } as unknown as MsgHdrs
}
