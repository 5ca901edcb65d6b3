/** What stands on the screen while the world is up: where everything is, and what to try next. */
import type { World } from '../world/start-world.ts'

export function* worldLines({ natsUrl, services, dataDir }: Pick<World, 'natsUrl' | 'services' | 'dataDir'>) {
  const width = Math.max(...Object.keys(services).map((name) => name.length))
  yield ''
  yield 'The world is up. Ctrl-C stops it.'
  yield ''
  yield `  ${'NATS'.padEnd(width)}  ${natsUrl}`
  for (const [name, url] of Object.entries(services)) yield `  ${name.padEnd(width)}  ${url}`
  yield ''
  yield '  Each has /metrics, /openapi.json, /health/live and /health/ready.'
  yield `  Flow matrix: ${services['meldingsteller'] ?? ''}/flyt.csv   Data and logs: ${dataDir}`
  yield ''
  yield 'Try next:'
  yield '  npx budstikka example LOG_INNLAGT > innlagt.xml && npx budstikka send innlagt.xml'
  yield '  npx budstikka part Bergen'
  yield '  npx budstikka flyt'
}
