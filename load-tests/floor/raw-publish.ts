/** Publishing as raw as the client allows: an acknowledgement is a count; they come in order on one connection. */
import { createInbox, type MsgHdrs, type NatsConnection } from '@nats-io/transport-node'

export type RawPublisher = {
  /** The server has stored this many. */
  stored(): number
  onStored(listener: () => void): void
  publish(subject: string, id: string, body: Uint8Array): void
}

// The same headers as a melding carries: transport id, MsgId and time.
const time = '1767225600000'

export function rawPublisher(connection: NatsConnection): RawPublisher {
  const inbox = createInbox()
  let stored = 0
  let tell: () => void = () => undefined
  connection.subscribe(inbox, {
    callback: (_error, message) => {
      if (message.data[2] === 0x65) throw new Error(`the floor was refused: ${message.string()}`)
      stored++
      tell()
    }
  })
  return {
    stored: () => stored,
    onStored: (listener) => (tell = listener),
    publish(subject, id, body) {
      const block = Buffer.from(
        `NATS/1.0\r\nNats-Msg-Id: ${id}\r\nMsgId: ${id}\r\napplicationTimeStamp: ${time}\r\n\r\n`
      )
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the client asks headers for encode() alone
      const headers = { encode: () => block } as unknown as MsgHdrs
      connection.publish(subject, body, { reply: inbox, headers })
    }
  }
}
