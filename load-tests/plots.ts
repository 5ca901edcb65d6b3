/** Draws the last results of all claims as a page of plots, load-tests/results/index.html; it claims nothing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptResults, resultsDir } from './measure/results.ts'
import { pageOf } from './plots/page.ts'

const path = join(resultsDir, 'index.html')
const results = keptResults()
writeFileSync(path, pageOf(results))
process.stdout.write(`${results.length} results on ${path}\n`)
