/** Draws who sends to whom as bands: senders to the left, receivers to the right, as thick as there are many. */
import type { Answer } from './ask-panel.ts'
import { colours, escaped, type Size } from './page.ts'

/** The bands that are drawn, the thickest first; more of them hide each other. */
const bandsMax = 60
const namesMax = 18
const [bar, gap, nameWidth] = [10, 5, 190]

type Place = { readonly name: string; y: number; readonly height: number; taken: number }

/** `answers` have the labels `source` and `target`. */
export function drawSankey(answers: readonly Answer[], { width, height }: Size): string {
  const all = answers
    .map(({ labels, points }) => ({
      source: labels['source'] ?? '',
      target: labels['target'] ?? '',
      value: points.at(-1)?.[1] ?? 0
    }))
    .toSorted((one, other) => other.value - one.value)
    .slice(0, bandsMax)
  const [sources, targets] = [namesOf(all, 'source'), namesOf(all, 'target')]
  const bands = all.filter(({ source, target }) => sources.includes(source) && targets.includes(target))
  const left = placesOf(bands, 'source', height)
  const right = placesOf(bands, 'target', height)
  const [from, to] = [nameWidth + bar, width - nameWidth - bar]
  const drawn = bands.map(({ source, target, value }) => {
    const [a, b] = [left.get(source), right.get(target)]
    if (a === undefined || b === undefined) return ''
    const [thickA, thickB] = [value * left.perUnit, value * right.perUnit]
    const [y, z] = [a.y + a.taken, b.y + b.taken]
    a.taken += thickA
    b.taken += thickB
    const middle = (from + to) / 2
    return `<path d="M${from} ${y}C${middle} ${y} ${middle} ${z} ${to} ${z}V${z + thickB}C${middle} ${z + thickB} ${middle} ${y + thickA} ${from} ${y + thickA}Z" fill="${colourOf(source)}" opacity=".55"/>`
  })
  return [
    ...drawn,
    ...[...left.values()].map((place) => nameOf(place, nameWidth, nameWidth - 6, 'end')),
    ...[...right.values()].map((place) => nameOf(place, to, to + bar + 6, 'start'))
  ].join('')

  function nameOf({ name, y, height: tall }: Place, x: number, textX: number, anchor: string): string {
    return `<rect x="${x}" y="${y}" width="${bar}" height="${Math.max(1, tall)}" fill="${colourOf(name)}"/><text x="${textX}" y="${y + tall / 2 + 4}" text-anchor="${anchor}">${escaped(name.slice(0, 30))}</text>`
  }
  function colourOf(name: string): string {
    const at = [...new Set([...sources, ...targets])].indexOf(name)
    return colours[at % colours.length] ?? '#888'
  }
}

type Band = { readonly source: string; readonly target: string; readonly value: number }

/** Those that most goes from or to. */
const namesOf = (bands: readonly Band[], side: 'source' | 'target') =>
  [...Map.groupBy(bands, (band) => band[side])]
    .map(([name, own]) => ({ name, sum: own.reduce((sum, { value }) => sum + value, 0) }))
    .toSorted((one, other) => other.sum - one.sum)
    .slice(0, namesMax)
    .map(({ name }) => name)

function placesOf(bands: readonly Band[], side: 'source' | 'target', height: number) {
  const names = namesOf(bands, side)
  const total = bands.reduce((sum, { value }) => sum + value, 0)
  const perUnit = (height - gap * names.length) / total
  const places = new Map<string, Place>()
  let y = 0
  for (const name of names) {
    const tall = perUnit * bands.reduce((sum, band) => sum + (band[side] === name ? band.value : 0), 0)
    places.set(name, { name, y, height: tall, taken: 0 })
    y += tall + gap
  }
  return Object.assign(places, { perUnit })
}
