/** Draws a panel of a dashboard with what Prometheus answered: by its kind, in its unit. */
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import type { Unit } from '../grafana/panels.ts'
import type { Answer } from './ask-panel.ts'
import { drawCurves } from './draw-curves.ts'
import { drawSankey } from './draw-sankey.ts'
import { drawTable } from './draw-table.ts'
import { inUnit } from './in-unit.ts'
import { boxOf, colours, escaped, type Size } from './page.ts'
import { wordIn } from './word-in.ts'

export function drawPanel(panel: Panel, answers: readonly Answer[], size: Size): string {
  // Ours have no other units.
  const unit = (panel.fieldConfig?.defaults.unit ?? 'locale') as Unit
  const inWords = (value: number) => inUnit(value, unit)
  switch (panel.type) {
    case 'stat':
      return `<b>${inWords(answers[0]?.points.at(-1)?.[1] ?? NaN)}</b>`
    case 'timeseries':
      return drawCurves(panel, answers, inWords, size)
    case 'barchart':
      return drawBars(panel, answers, inWords, size)
    case 'nodeGraph':
      return `<svg ${boxOf(size)}>${drawSankey(answers, size)}</svg>`
    case 'table':
      return drawTable(panel, answers, inWords)
    default:
      throw new Error(`expected a kind of panel that is drawn here, got ${panel.type}`)
  }
}

/** The label whose values the bars stand at is called so in the panel. */
function drawBars(panel: Panel, answers: readonly Answer[], inWords: (value: number) => string, size: Size) {
  const by = String(Object(panel.options)['xField'])
  const bars = answers
    .map(({ labels, points }) => ({ name: wordIn(panel, by, labels[by] ?? ''), value: points.at(-1)?.[1] ?? 0 }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'nb', { numeric: true }))
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const [room, bottom] = [size.width / Math.max(1, bars.length), size.height - 22]
  const drawn = bars.map(({ name, value }, at) => {
    const [x, tall] = [at * room, (value / most) * (bottom - 18)]
    const middle = x + room / 2
    return `<rect x="${x + room * 0.15}" y="${bottom - tall}" width="${room * 0.7}" height="${tall}" fill="${colours[0]}"/><text x="${middle}" y="${bottom - tall - 4}" text-anchor="middle">${inWords(value)}</text><text x="${middle}" y="${size.height - 6}" text-anchor="middle">${escaped(name)}</text>`
  })
  return `<svg ${boxOf(size)}>${drawn.join('')}</svg>`
}
