/** Draws curves over time, upon each other where the panel stacks them, with their names below. */
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import type { Answer } from './ask-panel.ts'
import { boxOf, colours, escaped, type Size } from './page.ts'

/** As many names as there is room for. */
const namesMax = 6
const axisWidth = 64
const namesHeight = 20

export function drawCurves(
  { fieldConfig }: Panel,
  answers: readonly Answer[],
  inWords: (value: number) => string,
  size: Size
): string {
  const isStacked = JSON.stringify(fieldConfig).includes('"mode":"normal"')
  const times = [...new Set(answers.flatMap(({ points }) => points.map(([at]) => at)))].toSorted((a, b) => a - b)
  const floor = new Map(times.map((at) => [at, 0]))
  const curves = answers.map(({ legend, points }) => {
    const raised = points.map(([at, value]) => {
      const below = isStacked ? (floor.get(at) ?? 0) : 0
      const number = Number.isFinite(value) ? value : 0
      if (isStacked) floor.set(at, below + number)
      return [at, below, below + number] as const
    })
    return { legend, raised }
  })
  const most = Math.max(1e-9, ...curves.flatMap(({ raised }) => raised.map(([, , top]) => top)))
  const [begin = 0, end = 1] = [times[0], times.at(-1)]
  const bottom = size.height - namesHeight - 4
  const x = (at: number) => round(axisWidth + ((at - begin) / Math.max(1, end - begin)) * (size.width - axisWidth - 4))
  const y = (value: number) => round(bottom - (value / most) * (bottom - 10))
  const grid = [0, 0.5, 1].map((share) => {
    const at = y(share * most)
    return `<path d="M${axisWidth} ${at}H${size.width}" stroke="#2c3038"/><text x="${axisWidth - 6}" y="${at + 4}" text-anchor="end">${inWords(share * most)}</text>`
  })
  const drawn = curves.map(({ raised }, index) => {
    const colour = colours[index % colours.length] ?? '#888'
    const over = raised.map(([at, , top]) => `${x(at)} ${y(top)}`).join('L')
    const under = raised
      .toReversed()
      .map(([at, below]) => `${x(at)} ${y(below)}`)
      .join('L')
    if (over === '') return ''
    const area = isStacked ? `<path d="M${over}L${under}Z" fill="${colour}" opacity=".5"/>` : ''
    return `${area}<path d="M${over}" fill="none" stroke="${colour}" stroke-width="1.4"/>`
  })
  const room = (size.width - axisWidth) / Math.min(namesMax, Math.max(1, curves.length))
  const names = curves.slice(0, namesMax).map(({ legend }, index) => {
    const text = escaped(legend.slice(0, Math.floor(room / 6.5)))
    return `<text x="${axisWidth + index * room}" y="${size.height - 4}" fill="${colours[index % colours.length]}">${text}</text>`
  })
  return `<svg ${boxOf(size)}>${[...grid, ...drawn, ...names].join('')}</svg>`
}

const round = (value: number) => Math.round(value * 10) / 10
