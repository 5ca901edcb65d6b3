/** Shows how much room is left where a service keeps its store: without it, nothing can be received. */
import { existsSync, statfsSync } from 'node:fs'
import type { Metrics } from './metrics.ts'

export function watchDisk(metrics: Pick<Metrics, 'gauge'>, dataDir: string): void {
  const bytes = (blocksOf: 'bavail' | 'blocks') => () => {
    if (!existsSync(dataDir)) return []
    const disk = statfsSync(dataDir)
    return [{ labels: {}, value: disk[blocksOf] * disk.bsize }]
  }
  metrics.gauge({
    name: 'budstikka_data_free_bytes',
    help: 'Free bytes of the file system that holds the store of this service.',
    collect: bytes('bavail')
  })
  metrics.gauge({
    name: 'budstikka_data_size_bytes',
    help: 'Size of the file system that holds the store of this service, in bytes.',
    collect: bytes('blocks')
  })
}
