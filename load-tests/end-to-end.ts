/** End to end with everything on reaches at least 30 % of the floor: the same bytes through raw JetStream, in the same run. */
import { claimShareOfFloor } from './measure/share-of-floor.ts'
import { carePlan } from './measure/world-run.ts'

await claimShareOfFloor('end-to-end', { planOf: carePlan })
