/** The service of the floor: an AppRec for each melding, settled per batch when its AppRec is stored. */
import { jetstream, type JsMsg } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import type { FloorTask } from '../floor.ts'
import { rawPublisher } from './raw-publish.ts'

const task: FloorTask = JSON.parse(process.argv[2] ?? '{}')
const { window = 512 } = task
const askedMax = Math.min(500, window)
const settleEvery = Math.min(100, window)

const connection = await connect({ servers: task.url })
const publisher = rawPublisher(connection)
const body = new Uint8Array(task.bytes.appRec).fill(0x78)
const unsettled: JsMsg[] = []
let settled = 0

publisher.onStored(() => {
  const due = publisher.stored() - settled
  if (due < settleEvery && publisher.stored() < task.meldinger) return
  unsettled[due - 1]?.ack()
  unsettled.splice(0, due)
  settled += due
})
const consumer = await jetstream(connection).consumers.get('FLOOR_MELDING', 'reader')
await consumer.consume({
  max_messages: askedMax,
  callback: (message) => {
    unsettled.push(message)
    publisher.publish('floorapprec.person.100002.100001.APPREC.00', `a${message.seq}`, body)
  }
})
process.send?.('ready')
