/** The sender of the floor: meldinger in a window of unacknowledged ones, until every AppRec has been read. */
import { jetstream } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import type { FloorTask } from '../floor.ts'
import { rawPublisher } from './raw-publish.ts'

const task: FloorTask = JSON.parse(process.argv[2] ?? '{}')
const { window = 512 } = task
// What comes next must have been asked for before the last of it is read.
const askedMax = Math.min(500, window)
const settleEvery = Math.min(100, window)

const connection = await connect({ servers: task.url })
const publisher = rawPublisher(connection)
const body = new Uint8Array(task.bytes.melding).fill(0x78)
let published = 0
let receipted = 0
let begun = 0

function publishMore() {
  while (published < task.meldinger && published - publisher.stored() < window)
    publisher.publish('floormelding.person.100001.100002.DIALOG_HELSEFAGLIG.00', `m${++published}`, body)
}

const consumer = await jetstream(connection).consumers.get('FLOOR_APPREC', 'reader')
await consumer.consume({
  max_messages: askedMax,
  callback: (message) => {
    receipted++
    if (receipted % settleEvery === 0) message.ack()
    if (receipted === task.meldinger) process.send?.(task.meldinger / ((performance.now() - begun) / 1_000))
  }
})
publisher.onStored(publishMore)
begun = performance.now()
publishMore()
