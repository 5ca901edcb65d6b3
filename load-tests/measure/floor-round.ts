/** One round of the floor on a fresh NATS server: its rate, what it costs, and what it holds. */
import { setTimeout as wait } from 'node:timers/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnNatsServer } from '@budstikka/transport'
import { type Floor, type FloorOptions, measureFloor } from '../floor.ts'
import { type ByProcess, cpuMicros, perMelding } from './processes.ts'

export type FloorRound = Floor & { readonly cpuPerMelding: ByProcess }

/** The processes of the floor are known to the system as ended children only when they have been waited for. */
const reapMs = 100

export async function floorRound(options: Omit<FloorOptions, 'url'>): Promise<FloorRound> {
  const dataDir = mkdtempSync(join(tmpdir(), 'budstikka-floor-'))
  const { NATS_SERVER: program } = process.env
  try {
    const nats = await spawnNatsServer({ dataDir, profile: options.profile, ...(program && { program }) })
    const used = () => ({ nats: cpuMicros(nats.pid), 'sender and service': cpuMicros(process.pid, true) })
    try {
      const before = used()
      const floor = await measureFloor({ ...options, url: nats.url })
      await wait(reapMs)
      return { ...floor, cpuPerMelding: perMelding(before, used(), options.meldinger) }
    } finally {
      await nats.stop()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
