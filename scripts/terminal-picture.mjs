/** Draws what a command printed as an SVG picture: npm start --silent -- --once | node scripts/terminal-picture.mjs > docs/pictures/start.svg */
import { text } from 'node:stream/consumers'

const fontSize = 13
const lineHeight = 18
const padding = 16

// A progress bar redraws its line: what stands after the last carriage return is what one sees.
const lines = (await text(process.stdin))
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\r').filter(Boolean).at(-1) ?? '')
const width = Math.max(...lines.map((line) => line.length)) * fontSize * 0.602 + 2 * padding
const height = lines.length * lineHeight + 2 * padding
const escape = (line) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const rows = lines.map((line, row) => {
  const y = padding + (row + 0.8) * lineHeight
  return `<text x="${padding}" y="${y.toFixed(1)}" xml:space="preserve">${escape(line)}</text>`
})
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${height}">
<rect width="100%" height="100%" rx="8" fill="#10151c"/>
<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${fontSize}" fill="#d7dee8">
${rows.join('\n')}
</g>
</svg>
`)
