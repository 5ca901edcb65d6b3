/** The floor of look-ups: answers every question on floor.echo with so many bytes, and does nothing else. */
import { connect } from '@nats-io/transport-node'

const [url = '', bytes = '0'] = process.argv.slice(2)
const connection = await connect({ servers: url })
const body = new Uint8Array(Number(bytes)).fill(0x78)
connection.subscribe('floor.echo', { callback: (_error, message) => void message.respond(body) })
await connection.flush()
process.send?.('ready')
