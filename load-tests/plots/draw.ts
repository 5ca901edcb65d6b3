/** Draws a plot as SVG: axes with round marks, a line or points for each series, and their names. */
import type { Plot } from '../measure/results.ts'
import { axisOf, inWords } from './axis.ts'

const [width, height] = [560, 300]
const edge = { left: 72, right: 16, top: 34, bottom: 58 }
/** Told apart by people who do not see all colours (Okabe and Ito). */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9']

export function drawPlot({ title, x, y, lines, logarithmic }: Plot): string {
  const points = lines.flatMap((line) => line.points)
  const across = axisOf(
    points.map(([value]) => value),
    [edge.left, width - edge.right],
    logarithmic !== undefined
  )
  const up = axisOf(
    points.map(([, value]) => value),
    [height - edge.bottom, edge.top],
    logarithmic === 'both'
  )
  const [bottom, right] = [height - edge.bottom, width - edge.right]
  const grid = [
    ...across.ticks.map((tick) => {
      const at = round(across.place(tick))
      return `<path d="M${at} ${edge.top}V${bottom}" stroke="#e4e7ec"/><text x="${at}" y="${bottom + 16}" text-anchor="middle">${inWords(tick)}</text>`
    }),
    ...up.ticks.map((tick) => {
      const at = round(up.place(tick))
      return `<path d="M${edge.left} ${at}H${right}" stroke="#e4e7ec"/><text x="${edge.left - 8}" y="${at + 4}" text-anchor="end">${inWords(tick)}</text>`
    })
  ]
  const drawn = lines.map((line, index) => {
    const colour = colours[index % colours.length] ?? '#000'
    const places = line.points.map(([one, other]) => `${round(across.place(one))},${round(up.place(other))}`)
    const dots = places.length <= 12 ? places.map((place) => dot(place, colour)).join('') : ''
    const name = `<text x="${edge.left + 8 + index * 120}" y="${height - 8}" fill="${colour}">${escapeXml(line.name)}</text>`
    return `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="1.8"/>${dots}${name}`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif" font-size="11" fill="#344054">
<text x="${edge.left}" y="16" font-size="13" font-weight="600">${escapeXml(title)}</text>
<text x="${edge.left}" y="${edge.top - 4}">${escapeXml(y)}</text>
<text x="${right}" y="${height - edge.bottom + 34}" text-anchor="end">${escapeXml(x)}</text>
${[...grid, ...drawn].join('\n')}
</svg>`
}

const dot = (place: string, colour: string) => {
  const [x, y] = place.split(',')
  return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`
}

const round = (value: number) => Math.round(value * 10) / 10

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
