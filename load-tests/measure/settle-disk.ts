/** What was just filled is on disk before anything is measured. */
import { execFileSync } from 'node:child_process'

/** Everything that waits to be written is; otherwise the first look-ups wait behind hundreds of megabytes that are not theirs. */
export const settleDisk = () => void execFileSync('sync')
