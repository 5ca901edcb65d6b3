/** The page of the last results: each claim with its verdict, its figures and its plots; it needs no server and no script. */
import { inDigits } from '../measure/claim.ts'
import type { Result } from '../measure/results.ts'
import { drawPlot, escapeXml } from './draw.ts'

const style = `
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 1180px; padding: 0 1rem; color: #1d2939; background: #fff }
section { border-top: 1px solid #d0d5dd; padding: 1rem 0 }
h2 { margin: 0; font-size: 1.15rem } .held { color: #067647 } .not { color: #b42318 }
table { border-collapse: collapse; font-size: 13px; margin: .6rem 0 }
td { padding: .15rem .9rem .15rem 0; text-align: right; font-variant-numeric: tabular-nums } td:first-child { text-align: left }
.plots { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start } svg { max-width: 100%; height: auto } small { color: #667085 }
`

export function pageOf(results: readonly Result[]): string {
  const body = results.map(sectionOf).join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Budstikka: what was measured</title><style>${style}</style></head>
<body><h1>What was measured</h1>
<p>The last result of each claim on this machine, beside its floor. <code>npm run load NAME</code> measures it again.</p>
${body}
</body></html>
`
}

function sectionOf({ claim, isHeld, sentence, at, machine, rows, plots }: Result): string {
  const verdict = isHeld ? '<span class="held">holds</span>' : '<span class="not">does not hold</span>'
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${cellOf(cell)}</td>`).join('')}</tr>`).join('')
  return `<section id="${escapeXml(claim)}"><h2>${escapeXml(claim)}: ${verdict}</h2>
<p>${escapeXml(sentence)}<br><small>${escapeXml(at.slice(0, 16).replace('T', ' '))} UTC, ${escapeXml(machine)}</small></p>
<div class="plots">${plots.map(drawPlot).join('\n')}<table>${cells}</table></div></section>`
}

/** JSON has no NaN: what could not be measured is null there. */
const cellOf = (cell: string | number | null) =>
  cell === null ? '–' : escapeXml(typeof cell === 'number' ? inDigits(cell) : cell)
