/** The sender of the floor: meldinger in a window of unacknowledged ones, until every AppRec has been read. */
import { jetstream } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import type { FloorTask } from '../floor.ts'
import { rawPublisher } from './raw-publish.ts'

const task: FloorTask = JSON.parse(process.argv[2] ?? '{}')
const windowMax = 512
const settleEvery = 100

const connection = await connect({ servers: task.url })
const publisher = rawPublisher(connection)
const body = new Uint8Array(task.meldingBytes).fill(0x78)
let published = 0
let receipted = 0
let begun = 0

function publishMore() {
  while (published < task.meldinger && published - publisher.stored() < windowMax)
    publisher.publish('floormelding.person.100001.100002.DIALOG_HELSEFAGLIG.00', `m${++published}`, body)
}

const consumer = await jetstream(connection).consumers.get('FLOOR_APPREC', 'reader')
await consumer.consume({
  max_messages: 500,
  callback: (message) => {
    receipted++
    if (receipted % settleEvery === 0) message.ack()
    if (receipted === task.meldinger) process.send?.(task.meldinger / ((performance.now() - begun) / 1_000))
  }
})
publisher.onStored(publishMore)
begun = performance.now()
publishMore()
