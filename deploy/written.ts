/** The files of deploy/ that are written by a program, and what is in them: `node deploy/write.ts` writes them anew. */
import { dashboards } from './grafana/dashboards.ts'
import { serviceList } from './kubernetes/services.ts'
import { scrapeTargets } from './prometheus/scrape-targets.ts'

/** Text by path below deploy/. */
export const writtenFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['prometheus/targets/services.json', json(scrapeTargets())],
    ['kubernetes/base/services.json', json(serviceList())],
    ...dashboards.map((dashboard) => [`grafana/dashboards/${dashboard.uid}.json`, json(dashboard)] as const)
  ])

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
