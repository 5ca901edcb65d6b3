/** The floor alone, on a server of its own: what there is to reach on this machine. */
import { answer, readOptions } from '../measure/claim.ts'
import { floorRound } from '../measure/floor-round.ts'

/** Prints both profiles; it claims nothing, so it always holds. */
export async function printFloor(): Promise<void> {
  const options = readOptions('The floor in both profiles, on a NATS server of its own.', {
    meldinger: [50_000, 'meldinger in profile bulk; in profile durable a twentieth'],
    melding: [4_000, 'bytes of a melding'],
    appRec: [1_700, 'bytes of an AppRec']
  })
  if (options === undefined) return
  const { read, isJson } = options
  const bytes = { melding: read('melding'), appRec: read('appRec') }
  const meldinger = read('meldinger')
  const bulk = await floorRound({ bytes, profile: 'bulk', meldinger })
  const durable = await floorRound({ bytes, profile: 'durable', meldinger: Math.ceil(meldinger / 20) })
  const rows = [
    ['floor', 'bulk', 'durable'],
    ['meldinger/s', Math.round(bulk.perSecond), Math.round(durable.perSecond)],
    ...Object.keys(bulk.cpuPerMelding).map((name) => [
      `${name}, processor µs a melding`,
      Math.round(bulk.cpuPerMelding[name] ?? 0),
      Math.round(durable.cpuPerMelding[name] ?? 0)
    ])
  ]
  answer(isJson, { claim: 'floor', isHeld: true, bulk, durable }, { rows, sentence: 'what NATS itself carries' })
}
